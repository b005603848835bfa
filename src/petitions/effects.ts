import type { DeadlineStart } from '../cases/case.ts';
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
import type { DeadlineCode } from '../deadlines/codes.ts';
import { extensionBy } from '../deadlines/rules.ts';
import { type UnitTree, unitNamed } from '../units/tree.ts';
import type { PetitionAct } from './acts.ts';
import type { Petition } from './petition.ts';

/** The addressee is to answer, and may object within 5 working days. */
function withObjection({ offer, starts }: ReturnType<typeof makeOffer>): Passing {
  return { offer, starts: [...starts, { code: 'XF_OBJECT_5WD', unit: offer.make.to }] };
}

/** An offer ends, and with it the time to object. */
function withoutObjection(answered: Passing, how: 'met' | 'moot'): Passing {
  return { ...answered, ends: [...(answered.ends ?? []), { codes: ['XF_OBJECT_5WD'], how }] };
}

/** The organ one level above reviews; at the banner, the banner itself enters what is decided above it. */
function reviewer({ holder }: Petition, tree: UnitTree): number {
  return tree.units.get(holder)?.parent_id ?? holder;
}

type Review = { readonly opinion?: string | undefined };

/** A request starts the time to decide it, and the opinion ends that. */
const review =
  (apply: DeadlineCode, decide: DeadlineCode): Effect<Petition, Review> =>
  (petition, { opinion }, { tree }) =>
    opinion === undefined
      ? { ends: [{ codes: [apply], how: 'met' }], starts: [{ code: decide, unit: reviewer(petition, tree) }] }
      : { ends: [{ codes: [decide], how: 'met' }] };

/**
 * The effects of the moves; a move that is not here only changes the status and leaves its record. The day by which a
 * department is to report belongs to its task: it is no deadline of the holder.
 */
export const EFFECTS: Life<Petition, PetitionAct>['effects'] = {
  // Acceptance starts the 60 days, once: they do not begin anew where another unit accepts an accepted petition.
  accept: petition => {
    const passing = withoutObjection(acceptOffer(petition), 'moot');
    const { holder: unit = petition.holder } = passing;
    const handling: DeadlineStart[] = petition.status === 'lodged' ? [{ code: 'XF_HANDLE_60', unit }] : [];
    return {
      ...passing,
      ends: [...(passing.ends ?? []), { codes: ['XF_NOTICE_15'], how: 'met' }],
      starts: [...(passing.starts ?? []), ...handling],
    };
  },
  decline: petition => ({
    ...voidOffer(petition),
    ends: [
      { codes: ['XF_NOTICE_15'], how: 'met' },
      { codes: 'all', how: 'moot' },
    ],
  }),
  escalate: (petition, _, { tree }) => withObjection(makeOffer('escalate', unitAbove(petition, tree).unit_id)),
  'hand-down': (_, { to, due }, { tree }) => withObjection(makeOffer('hand-down', unitNamed(tree, to).unit_id, due)),
  return: petition => withObjection(offerBack(petition)),
  recall: () => withoutObjection(recallOffer(), 'moot'),
  object: () => withoutObjection(returnOffer(), 'met'),
  extend: (_, { days }, __, rules) => {
    const rule = rules('XF_HANDLE_60');
    const by = rule ? extensionBy(rule, days) : 0;
    return by > 0 ? { extends: { code: 'XF_HANDLE_60', by } } : {};
  },
  conclude: petition => ({
    ...voidOffer(petition),
    ends: [
      { codes: ['XF_HANDLE_60', 'HANDDOWN_DUE'], how: 'met' },
      { codes: 'all', how: 'moot' },
    ],
  }),
  notify: ({ status, reviewed, holder: unit }, { on: start }) => {
    if (status === 're_examined') return {};
    return { starts: [{ code: reviewed ? 'XF_RECHECK_APPLY_30' : 'XF_REVIEW_APPLY_30', unit, start }] };
  },
  review: review('XF_REVIEW_APPLY_30', 'XF_REVIEW_DECIDE_30'),
  're-examine': review('XF_RECHECK_APPLY_30', 'XF_RECHECK_DECIDE_30'),
  close: () => ({ ends: [{ codes: 'all', how: 'moot' }] }),
};
