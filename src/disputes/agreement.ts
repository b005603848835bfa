import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import type { Agreement, Dispute, DisputeAct } from './dispute.ts';

/** Signatures by the parties' places in `dispute show`, as the ledger keeps them: by the parties themselves. */
export function signers({ number, parties }: Dispute, party: readonly (readonly [place: number, Day])[]) {
  return party.map(([place, day]) => {
    const found = parties[place - 1];
    if (found === undefined)
      notFound({ zh: '当事人', en: 'parties', one: 'party' }, String(place), {
        zh: `序号用 tiaochu dispute show ${number} 查看`,
        en: `tiaochu dispute show ${number} has the numbers`,
      });
    return [found, day] as const;
  });
}

/** The dates of an agreement after an act has added some. */
export function signedBy(agreement: Agreement, act: Pick<DisputeAct, 'details'>, parties: readonly number[]) {
  const {
    mediator,
    committee,
    parties: everyParty,
    party = [],
  } = act.details as {
    mediator?: Day;
    committee?: Day;
    parties?: Day;
    party?: readonly (readonly [number, Day])[];
  };
  const signed = new Map(agreement.signed);
  if (everyParty) for (const one of parties) if (!signed.has(one)) signed.set(one, everyParty);
  for (const [one, day] of party) signed.set(one, day);
  return { signed, mediatorOn: mediator ?? agreement.mediatorOn, committeeOn: committee ?? agreement.committeeOn };
}

/**
 * The day on which a written agreement takes effect: the latest of the parties', the mediator's and the committee's dates,
 * and none before all are there (人民调解法 Art. 29).
 */
export function effectiveDay(dispute: Dispute, act: Pick<DisputeAct, 'details'>): Day | undefined {
  if (!dispute.agreement) return undefined;
  const { signed, mediatorOn, committeeOn } = signedBy(dispute.agreement, act, dispute.parties);
  const days = [mediatorOn, committeeOn, ...dispute.parties.map(party => signed.get(party) ?? null)];
  return days.every(day => day !== null) ? days.reduce((a, b) => (a > b ? a : b)) : undefined;
}
