import type { ActOf } from '../cases/case.ts';
import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import type { DisputeAct, Signatures, Signing } from './acts.ts';
import type { Agreement, Dispute } from './dispute.ts';

/** The agreement of a settlement; an oral one takes effect on the day on which the parties agree (人民调解法 Art. 30). */
export function agreed(act: ActOf<DisputeAct, 'settle'>): Agreement {
  const { form, content, amountFen, performBy, on, instalments = [] } = act;
  const { facts = '', issues = '', manner = '', place = '', recorder = '', copies = null } = act;
  return {
    ...{ form, content, amountFen: amountFen ?? null, performBy: performBy ?? null },
    terms: { facts, issues, manner, place, recorder, copies },
    instalments: instalments.map(([dueOn, amountFen]) => ({ dueOn, amountFen, extent: '' })),
    ...{ mediatorOn: null, committeeOn: null, effectiveOn: form === 'oral' ? on : null, signed: new Map() },
  };
}

/** An agreement with the dates of a signing. */
export function signedBy(agreement: Agreement, { signed, mediatorOn, committeeOn, effectiveOn }: Signing): Agreement {
  return {
    ...agreement,
    signed: new Map([...agreement.signed, ...signed]),
    mediatorOn: mediatorOn ?? agreement.mediatorOn,
    committeeOn: committeeOn ?? agreement.committeeOn,
    effectiveOn: effectiveOn ?? agreement.effectiveOn,
  };
}

/** An agreement after a performance: of one instalment, or of everything that is owed. */
export function performedBy(
  agreement: Agreement,
  { extent, instalment }: Pick<ActOf<DisputeAct, 'perform'>, 'extent' | 'instalment'>,
): Agreement {
  const isMeant = (number: number) => (instalment === undefined ? extent === 'full' : number === instalment);
  const instalments = agreement.instalments.map((part, i) => (isMeant(i + 1) ? { ...part, extent } : part));
  return { ...agreement, instalments };
}

/** Whether every instalment was carried out. */
export function allPerformed({ instalments }: Agreement): boolean {
  return instalments.every(({ extent }) => extent === 'full');
}

/** Dates as a clerk gives them: of all parties, of single ones by their place in `dispute show`, of the officials. */
export type Dates = Pick<Signing, 'parties' | 'party' | 'mediatorOn' | 'committeeOn'>;

/** A signing with everything that follows from its dates: who signs by them, and the day of effect if they complete it. */
export function signing(dispute: Dispute, dates: Dates): Signing {
  const party = dates.party && signers(dispute, dates.party);
  const own = new Map(party);
  const before = dispute.agreement?.signed ?? new Map<number, Day>();
  const others = dates.parties === undefined ? [] : dispute.parties.filter(id => !before.has(id) && !own.has(id));
  const signed = [...others.map(id => [id, dates.parties as Day] as const), ...own];
  const act = { ...dates, party, signed };
  return { ...act, effectiveOn: dispute.agreement && effectiveDay(signedBy(dispute.agreement, act), dispute.parties) };
}

/** Signatures by the parties' places in `dispute show`, as the ledger keeps them: by the parties themselves. */
function signers({ number, parties }: Dispute, party: Signatures): Signatures {
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

/**
 * The day on which a written agreement takes effect: the latest of the parties', the mediator's and the committee's dates,
 * and none before all are there (人民调解法 Art. 29).
 */
function effectiveDay({ signed, mediatorOn, committeeOn }: Agreement, parties: readonly number[]): Day | undefined {
  const days = [mediatorOn, committeeOn, ...parties.map(party => signed.get(party) ?? null)];
  return days.every(day => day !== null) ? days.reduce((a, b) => (a > b ? a : b)) : undefined;
}
