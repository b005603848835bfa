import type { ActOf } from '../cases/case.ts';
import type { Effect, Life } from '../cases/life.ts';
import { unitAbove } from '../cases/offer.ts';
import {
  acceptOffer,
  makeOffer,
  offerBack,
  type Passing,
  recallOffer,
  returnOffer,
  voidOffer,
} from '../cases/passing.ts';
import { succeedHolder } from '../cases/succession.ts';
import { voided } from '../cases/voiding.ts';
import type { DeadlineCode } from '../deadlines/codes.ts';
import { extensionBy } from '../deadlines/rules.ts';
import { addDays } from '../kernel/day.ts';
import { type UnitTree, unitNamed } from '../units/tree.ts';
import { carried, handled } from './accept-effects.ts';
import type { PetitionAct } from './acts.ts';
import { classify } from './class-rules.ts';
import { notice } from './notice-effects.ts';
import { isOrgan } from './organ.ts';
import type { Petition } from './petition.ts';
import { report, route, taskAccept, taskObject } from './task-effects.ts';

/** What is handed down is to be answered, and an organ may object to it within 5 working days (信访工作条例 Art. 23(3)). */
function withObjection({ offer, starts }: ReturnType<typeof makeOffer>, { units }: UnitTree): Passing {
  const addressee = units.get(offer.make.to);
  if (!addressee || !isOrgan(addressee)) return { offer, starts };
  return { offer, starts: [...starts, { code: 'XF_OBJECT_5WD', unit: offer.make.to }] };
}

/** An offer ends, and with it the time to object. */
function withoutObjection(answered: Passing, how: 'met' | 'moot'): Passing {
  return { ...answered, ends: [...(answered.ends ?? []), { codes: ['XF_OBJECT_5WD'], how }] };
}

type Review = ActOf<PetitionAct, 'review' | 're-examine'>;

/** A request starts the time to decide it, and the opinion ends that. */
const review =
  (apply: DeadlineCode, decide: DeadlineCode): Effect<Petition, Review> =>
  (_, { opinion }, { actor }) =>
    opinion === undefined
      ? { ends: [{ codes: [apply], how: 'met' }], starts: [{ code: decide, unit: actor.unit_id }] }
      : { ends: [{ codes: [decide], how: 'met' }] };

/** The effects of the moves; a move that is not here only changes the status and leaves its record. */
export const EFFECTS: Life<Petition, PetitionAct>['effects'] = {
  accept: (petition, { carries }, { tree }) => {
    const passing = withoutObjection(acceptOffer(petition), 'moot');
    return carries ? carried(petition, passing) : handled(petition, passing, tree);
  },
  // An organ still owes its notice that it does not accept the petition.
  decline: (petition, _, { actor }) => ({
    ...voidOffer(petition),
    ends: [
      { codes: isOrgan(actor) ? ['CARRY_ACCEPT_15'] : ['CARRY_ACCEPT_15', 'XF_NOTICE_15'], how: 'met' },
      { codes: ['OFFER_3', 'XF_OBJECT_5WD'], how: 'moot' },
    ],
  }),
  confer: route,
  route,
  'task-accept': taskAccept,
  'task-object': taskObject,
  report,
  // A step up of the agency is an offer to carry it further: only what is transferred or handed down can be objected to.
  escalate: (petition, _, { tree }) => makeOffer('escalate', unitAbove(petition, tree).unit_id),
  'hand-down': (_, { to, due }, { tree }) =>
    withObjection(makeOffer('hand-down', unitNamed(tree, to).unit_id, due), tree),
  return: petition => (petition.offer ? withoutObjection(returnOffer(), 'moot') : offerBack(petition)),
  succeed: (petition, _, { tree }) => succeedHolder(petition, tree),
  recall: () => withoutObjection(recallOffer(), 'moot'),
  object: () => withoutObjection(returnOffer(), 'met'),
  extend: (_, { days, departmentId: department }, __, rules) => {
    const rule = rules('XF_HANDLE_60');
    const by = rule ? extensionBy(rule, days) : 0;
    return by > 0 ? { extends: { code: 'XF_HANDLE_60', by, department } } : {};
  },
  conclude: petition => ({
    ...voidOffer(petition),
    ends: [
      { codes: ['XF_HANDLE_60', 'CARRY_60', 'HANDDOWN_DUE'], how: 'met' },
      { codes: 'all', how: 'moot' },
    ],
  }),
  classify,
  notice,
  review: review('XF_REVIEW_APPLY_30', 'XF_REVIEW_DECIDE_30'),
  're-examine': review('XF_RECHECK_APPLY_30', 'XF_RECHECK_DECIDE_30'),
  hear: (_, { from, until }) => ({ pause: { kind: 'hearing', from, to: addDays(until, 1) } }),
  close: () => ({ ends: [{ codes: 'all', how: 'moot' }] }),
  void: voided,
};
