import type { ActOf, DeadlineStart } from '../cases/case.ts';
import type { Effect, Life } from '../cases/life.ts';
import { unitAbove } from '../cases/offer.ts';
import { acceptOffer, makeOffer, offerBack, recallOffer, returnOffer, tierLimit, voidOffer } from '../cases/passing.ts';
import { succeedHolder } from '../cases/succession.ts';
import { voided } from '../cases/voiding.ts';
import { TIER_DEADLINES } from '../deadlines/codes.ts';
import { extensionBy } from '../deadlines/rules.ts';
import type { Day } from '../kernel/day.ts';
import { unitNamed } from '../units/tree.ts';
import type { DisputeAct } from './acts.ts';
import { allPerformed, performedBy } from './agreement.ts';
import type { Dispute } from './dispute.ts';

/**
 * The month of mediation begins once, and anew only where it had ended while the dispute was suspended; with it begin the
 * 30 days of what a court delegated (在线调解规则 Art. 24).
 */
function startMediation({ status, mediationDue, isDelegated }: Dispute, unit: number): DeadlineStart[] {
  if (status !== 'registered' && (status !== 'suspended' || mediationDue !== undefined)) return [];
  return [{ code: 'TJ_1M', unit }, ...(isDelegated ? [{ code: 'ODR_30', unit } as const] : [])];
}

/** Ends without settlement: the offer and all deadlines end with it. */
const end: Effect<Dispute, unknown> = dispute => ({
  ...voidOffer(dispute),
  ends: [{ codes: 'all', how: 'moot' }],
});

/** What follows once an agreement is in effect: 30 days for judicial confirmation, a follow-up visit. */
function inEffect({ holder: unit }: Dispute, start: Day): DeadlineStart[] {
  return [
    { code: 'SFQR_30', unit, start },
    { code: 'FOLLOWUP_30', unit, start },
  ];
}

/** The days on which performance is due: those of the instalments, or the one day of the agreement. */
function dueDays({ performBy, instalments }: Pick<ActOf<DisputeAct, 'settle'>, 'performBy' | 'instalments'>): Day[] {
  if (instalments && instalments.length > 0) return instalments.map(([day]) => day);
  return performBy ? [performBy] : [];
}

/** The effects of the moves; a move that is not here only changes the status and leaves its record. */
export const EFFECTS: Life<Dispute, DisputeAct>['effects'] = {
  accept: (dispute, _, { tree }) => {
    const passing = acceptOffer(dispute);
    const { holder = dispute.holder } = passing;
    const starts = [...(passing.starts ?? []), ...startMediation(dispute, holder)];
    if (passing.holder === undefined) return { starts };
    // The limit of the former holder ends with its stay, and the new one's begins.
    const ends = [...(passing.ends ?? []), { codes: Object.values(TIER_DEADLINES), how: 'met' } as const];
    return { ...passing, ends, starts: [...tierLimit(holder, tree), ...starts] };
  },
  decline: end,
  mediate: (dispute, { outcome }) => ({
    starts: startMediation(dispute, dispute.holder),
    ...(outcome === 'suspended' ? { status: 'suspended', pause: 'suspension' } : {}),
  }),
  escalate: (dispute, _, { tree }) => makeOffer('escalate', unitAbove(dispute, tree).unit_id),
  'hand-down': (_, { to, due }, { tree }) => makeOffer('hand-down', unitNamed(tree, to).unit_id, due),
  return: dispute => (dispute.offer ? returnOffer() : offerBack(dispute)),
  recall: recallOffer,
  succeed: (dispute, _, { tree }) => succeedHolder(dispute, tree),
  settle: (dispute, { on, form, performBy, takenOver, instalments }) => ({
    ...voidOffer(dispute),
    ends: [{ codes: 'all', how: 'met' }],
    starts: [
      // Nobody follows up what an old ledger says was settled long ago.
      ...(form === 'oral' && !takenOver ? inEffect(dispute, on) : []),
      ...dueDays({ performBy, instalments }).map(
        named => ({ code: 'PERFORM_BY', unit: dispute.holder, named }) as const,
      ),
    ],
  }),
  sign: (dispute, { effectiveOn }) => (effectiveOn ? { starts: inEffect(dispute, effectiveOn) } : {}),
  perform: ({ agreement }, { extent, instalment }) => {
    const part = instalment === undefined ? undefined : agreement?.instalments[instalment - 1];
    if (!agreement || !part)
      return extent === 'full' ? { ends: [{ codes: ['PERFORM_BY'], how: 'met' }] } : { status: 'settled' };
    const isAll = allPerformed(performedBy(agreement, { extent, instalment }));
    return {
      ...(isAll ? {} : { status: 'settled' }),
      ends: extent === 'full' ? [{ codes: ['PERFORM_BY'], how: 'met', due: part.dueOn }] : [],
    };
  },
  'follow-up': () => ({ ends: [{ codes: ['FOLLOWUP_30'], how: 'met' }] }),
  close: () => ({ ends: [{ codes: ['PERFORM_BY', 'FOLLOWUP_30'], how: 'moot' }] }),
  // Where both parties agree to more time, they are not bound by the 30 days of a court's delegation (Art. 24).
  extend: (_, __, ___, rules) => {
    const rule = rules('TJ_1M');
    const by = rule ? extensionBy(rule) : 0;
    return {
      ends: [{ codes: ['ODR_30'], how: 'moot' }],
      ...(by > 0 ? { extends: { code: 'TJ_1M', by } } : {}),
    };
  },
  suspend: (_, { appraisal }) => ({ pause: appraisal ? 'appraisal' : 'suspension' }),
  resume: dispute => ({ starts: startMediation(dispute, dispute.holder), pause: 'ended' }),
  terminate: end,
  withdraw: end,
  merge: end,
  void: voided,
  reopen: ({ holder: unit }, _, { tree }) => ({
    ends: [{ codes: 'all', how: 'moot' }],
    starts: [...tierLimit(unit, tree), { code: 'TJ_1M', unit }],
  }),
};
