import type { DueStart } from '../cases/case.ts';
import type { Effect as CaseEffect } from '../cases/life.ts';
import { unitAbove } from '../cases/offer.ts';
import { lapsed, offered, sentBack, taken, takenBack, tierLimit } from '../cases/passing.ts';
import { extendedDay } from '../deadlines/rules.ts';
import type { Day } from '../kernel/day.ts';
import { effectiveDay } from './agreement.ts';
import type { Dispute, DisputeAct } from './dispute.ts';
import type { Move, Status } from './transitions.ts';

type Effect = CaseEffect<Status, Dispute, DisputeAct>;

const mediationStarts = (dispute: Dispute): DueStart[] =>
  dispute.status === 'registered' || (dispute.status === 'suspended' && dispute.mediationDue === undefined)
    ? [{ code: 'TJ_1M', unit: dispute.offer?.to ?? dispute.holder }]
    : [];

/** Ends without settlement: the offer and all deadlines end with it. */
const ended: Effect = dispute => ({ ...lapsed(dispute), ends: [{ codes: 'all', how: 'moot' }] });

const takeOver: Effect = (dispute, { tree }) => {
  const passing = taken(dispute);
  const own = passing.holder === undefined ? [] : tierLimit(passing.holder, tree);
  return { ...passing, starts: [...own, ...(passing.starts ?? []), ...mediationStarts(dispute)] };
};

/** What follows once an agreement is in effect: 30 days for judicial confirmation, a follow-up visit. */
function inEffect(dispute: Dispute, start: Day): DueStart[] {
  return ['SFQR_30', 'FOLLOWUP_30'].map(code => ({ code, unit: dispute.holder, start }));
}

/** The effects of the moves; a move that is not here only changes the status and leaves its record. */
export const EFFECTS: Readonly<Partial<Record<Move, Effect>>> = {
  accept: takeOver,
  decline: ended,
  mediate: (dispute, { details }) => ({
    starts: mediationStarts({ ...dispute, offer: undefined }),
    ...(details.outcome === 'suspended' ? { status: 'suspended' } : {}),
  }),
  escalate: (dispute, { tree }) => offered('escalate', unitAbove(dispute, tree).unit_id),
  'hand-down': (_, { to, details }) => offered('hand-down', to?.unit_id ?? 0, (details.due as Day | undefined) ?? null),
  return: sentBack,
  recall: takenBack,
  settle: (dispute, { on, details }) => {
    const performBy = details.performBy as Day | undefined;
    return {
      ...lapsed(dispute),
      ends: [{ codes: 'all', how: 'met' }],
      starts: [
        // Nobody follows up what an old ledger says was settled long ago.
        ...(details.form === 'oral' && !details.takenOver ? inEffect(dispute, on) : []),
        ...(performBy ? [{ code: 'PERFORM_BY', unit: dispute.holder, named: performBy }] : []),
      ],
    };
  },
  sign: (dispute, act) => {
    const day = effectiveDay(dispute, act);
    return day ? { starts: inEffect(dispute, day) } : {};
  },
  perform: (_, { details }) =>
    details.extent === 'full' ? { ends: [{ codes: ['PERFORM_BY'], how: 'met' }] } : { status: 'settled' },
  'follow-up': () => ({ ends: [{ codes: ['FOLLOWUP_30'], how: 'met' }] }),
  close: () => ({ ends: [{ codes: ['PERFORM_BY', 'FOLLOWUP_30'], how: 'moot' }] }),
  extend: (dispute, _, rules) => {
    const rule = rules('TJ_1M');
    const to = rule && dispute.mediationDue && extendedDay(rule, dispute.mediationDue);
    return to ? { extends: { code: 'TJ_1M', to } } : {};
  },
  resume: dispute => ({ starts: mediationStarts({ ...dispute, offer: undefined }) }),
  terminate: ended,
  withdraw: ended,
  merge: ended,
  reopen: (dispute, { tree }) => ({
    ends: [{ codes: 'all', how: 'moot' }],
    starts: [...tierLimit(dispute.holder, tree), { code: 'TJ_1M', unit: dispute.holder }],
  }),
};
