import { TIER_DEADLINES } from '../deadlines/codes.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { TIER } from '../units/level.ts';
import { type UnitTree, unitNamed } from '../units/tree.ts';
import type { Case, DeadlineStart, OfferKind, Step } from './case.ts';
import { commandHint } from './case-hint.ts';
import type { Condition } from './life.ts';
import { checkBelow, unitAbove } from './offer.ts';

/** Passing a case on is the same for every kind: the conditions and effects of escalate, hand-down, return and recall. */
type OfCase = Condition<Case, unknown>;

/** One offer at a time. */
export const noOpenOffer: OfCase = (caseFile, _, { tree }) => {
  if (!caseFile.offer) return;
  const name = tree.units.get(caseFile.offer.to)?.name ?? '';
  refuse(
    { zh: `${caseFile.number} 已移交给${name}，尚未答复`, en: `${caseFile.number} is already offered to ${name}` },
    commandHint(caseFile, 'recall #', '请待答复，或先收回：$', 'Wait for the answer, or recall it: $'),
  );
};

/** There is an offer to answer or to recall. */
export const openOffer: OfCase = caseFile => {
  if (caseFile.offer) return;
  refuse(
    { zh: `${caseFile.number} 没有移交出去，无从收回`, en: `${caseFile.number} is not offered to anybody` },
    commandHint(caseFile, 'show #', '现状用 $ 查看', 'See its status: $'),
  );
};

/** Only what came from another unit can go back to it. */
export const receivedFromAnother: OfCase = caseFile => {
  if (caseFile.sender !== undefined) return;
  refuse(
    {
      zh: `${caseFile.number} 不是别的单位移交来的，无处可退`,
      en: `${caseFile.number} did not come from another unit and cannot be returned`,
    },
    commandHint(caseFile, 'show #', '$ 列出能做的', '$ lists what can be done'),
  );
};

/** A case goes up to the unit above, which only the banner lacks. */
export const unitAboveExists: OfCase = (caseFile, _, { tree }) => {
  unitAbove(caseFile, tree);
};

/** A case is handed down to a unit below, which villages and communities lack. */
export const unitsBelow: OfCase = (caseFile, _, { tree }) => {
  if ((tree.children.get(caseFile.holder) ?? []).length > 0) return;
  const name = tree.units.get(caseFile.holder)?.name;
  refuse(
    {
      zh: `${name} 没有下级机构，${caseFile.number} 无处交办`,
      en: `${name} has no unit below it to hand a case down to`,
    },
    commandHint(caseFile, 'show #', '可就地办理或上报：$', 'Handle it here, or escalate: $'),
  );
};

/** A case is handed down inside the holder's own tree. */
export const below: Condition<Case, { readonly to: string }> = (caseFile, { to }, { tree }) =>
  checkBelow(caseFile.holder, unitNamed(tree, to), tree);

/** The day by which a result is wanted is not over when the act is made. */
export const dueAhead: Condition<Case, { readonly on: Day; readonly due?: Day | undefined }> = (_, { on, due }) => {
  if (due === undefined || due >= on) return;
  refuse(
    { zh: `要求办结的日期 ${due} 早于办理日期 ${on}`, en: `The due day ${due} is before the act on ${on}` },
    { zh: '请用 --due 写更晚的日期', en: 'Name a later day with --due' },
  );
};

/** A unit's own limit for handling a case, by its tier (office practice). */
export function tierLimit(unit: number, tree: UnitTree): DeadlineStart[] {
  const level = tree.units.get(unit)?.level;
  return level ? [{ code: TIER_DEADLINES[TIER[level]], unit }] : [];
}

/** What passing a case on or accepting it changes. */
export type Passing = Pick<Step, 'holder' | 'offer' | 'starts' | 'ends'>;

/** The case is offered to another unit, which is to answer in time. */
export function makeOffer(kind: OfferKind, to: number, answerBy: Day | null = null) {
  return {
    offer: { make: { kind, to, answerBy } },
    starts: [{ code: 'OFFER_3', unit: to }],
  } as const satisfies Passing;
}

/** The unit to which the case is offered accepts it: it holds the case now. */
export function acceptOffer({ offer }: Case): Passing {
  if (!offer) return {};
  const answer: DeadlineStart[] = offer.answerBy
    ? [{ code: 'HANDDOWN_DUE', unit: offer.to, named: offer.answerBy }]
    : [];
  return {
    holder: offer.to,
    offer: { end: 'accepted' },
    // What was handed down and goes further down is still wanted by its day.
    ends: [
      { codes: ['OFFER_3'], how: 'met' },
      ...(offer.kind === 'hand-down' ? [] : [{ codes: ['HANDDOWN_DUE'], how: 'moot' } as const]),
    ],
    starts: answer,
  };
}

/** An open offer is answered with no. */
export function returnOffer(): Passing {
  return { offer: { end: 'returned' }, ends: [{ codes: ['OFFER_3'], how: 'met' }] };
}

/** What was accepted is offered back to the unit that it came from. */
export function offerBack({ number, sender }: Case) {
  if (sender === undefined) throw new Error(`${number} did not come from another unit and cannot be returned`);
  return makeOffer('return', sender);
}

/** An offer that was not answered is recalled. */
export function recallOffer(): Passing {
  return { offer: { end: 'recalled' }, ends: [{ codes: ['OFFER_3'], how: 'moot' }] };
}

/** The case ends, and an open offer is void. */
export function voidOffer({ offer }: Case): Passing {
  return offer ? { offer: { end: 'lapsed' } } : {};
}
