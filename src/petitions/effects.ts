import type { DueStart, Step } from '../cases/case.ts';
import type { Effect as CaseEffect } from '../cases/life.ts';
import { unitAbove } from '../cases/offer.ts';
import { lapsed, offered, sentBack, taken, takenBack } from '../cases/passing.ts';
import { extendedDay } from '../deadlines/rules.ts';
import type { Day } from '../kernel/day.ts';
import type { UnitTree } from '../units/tree.ts';
import type { Petition, PetitionAct } from './petition.ts';
import type { Move, Status } from './transitions.ts';

type Effect = CaseEffect<Status, Petition, PetitionAct>;

/** Acceptance starts the 60 days, once: taking an accepted petition over does not begin them anew. */
const takeOver: Effect = petition => {
  const passing = taken(petition);
  const unit = petition.offer?.to ?? petition.holder;
  const handling: DueStart[] = petition.status === 'lodged' ? [{ code: 'XF_HANDLE_60', unit }] : [];
  return {
    ...passing,
    ends: [...(passing.ends ?? []), { codes: ['XF_NOTICE_15'], how: 'met' }, { codes: ['XF_OBJECT_5WD'], how: 'moot' }],
    starts: [...(passing.starts ?? []), ...handling],
  };
};

/** The addressee is to answer, and may object within 5 working days. */
function passedOn(
  kind: 'escalate' | 'hand-down' | 'return',
  to: number,
  answerBy: Day | null = null,
): Partial<Step<Status>> {
  const passing = offered(kind, to, answerBy);
  return { ...passing, starts: [...(passing.starts ?? []), { code: 'XF_OBJECT_5WD', unit: to }] };
}

/** The organ one level above reviews; at the banner, the banner itself enters what is decided above it. */
function reviewer(petition: Petition, tree: UnitTree): number {
  return tree.units.get(petition.holder)?.parent_id ?? petition.holder;
}

const asks =
  (apply: string, decide: string): Effect =>
  (petition, { tree, details }) =>
    details.opinion === undefined
      ? { ends: [{ codes: [apply], how: 'met' }], starts: [{ code: decide, unit: reviewer(petition, tree) }] }
      : { ends: [{ codes: [decide], how: 'met' }] };

/**
 * The effects of the moves; a move that is not here only changes the status and leaves its record. What a department is
 * to do by a day stands with its task: it is no deadline of the holder.
 */
export const EFFECTS: Readonly<Partial<Record<Move, Effect>>> = {
  accept: takeOver,
  decline: petition => ({
    ...lapsed(petition),
    ends: [
      { codes: ['XF_NOTICE_15'], how: 'met' },
      { codes: 'all', how: 'moot' },
    ],
  }),
  escalate: (petition, { tree }) => passedOn('escalate', unitAbove(petition, tree).unit_id),
  'hand-down': (_, { to, details }) =>
    passedOn('hand-down', to?.unit_id ?? 0, (details.due as Day | undefined) ?? null),
  return: petition => passedOn('return', petition.sender ?? 0),
  recall: () => {
    const passing = takenBack();
    return { ...passing, ends: [...(passing.ends ?? []), { codes: ['XF_OBJECT_5WD'], how: 'moot' }] };
  },
  object: petition => {
    const passing = sentBack(petition);
    return { ...passing, ends: [...(passing.ends ?? []), { codes: ['XF_OBJECT_5WD'], how: 'met' }] };
  },
  extend: (petition, { details }, rules) => {
    const rule = rules('XF_HANDLE_60');
    const to = rule && petition.handleDue && extendedDay(rule, petition.handleDue, details.days as number);
    return to ? { extends: { code: 'XF_HANDLE_60', to } } : {};
  },
  conclude: petition => ({
    ...lapsed(petition),
    ends: [
      { codes: ['XF_HANDLE_60', 'HANDDOWN_DUE'], how: 'met' },
      { codes: 'all', how: 'moot' },
    ],
  }),
  notify: (petition, { on }) => {
    if (petition.status === 're_examined') return {};
    const code = petition.reviewed ? 'XF_RECHECK_APPLY_30' : 'XF_REVIEW_APPLY_30';
    return { starts: [{ code, unit: petition.holder, start: on }] };
  },
  review: asks('XF_REVIEW_APPLY_30', 'XF_REVIEW_DECIDE_30'),
  're-examine': asks('XF_RECHECK_APPLY_30', 'XF_RECHECK_DECIDE_30'),
  close: () => ({ ends: [{ codes: 'all', how: 'moot' }] }),
};
