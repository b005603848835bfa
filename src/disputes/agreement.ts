import type { Day } from '../kernel/day.ts';
import type { Agreement, Dispute, DisputeAct } from './dispute.ts';

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
