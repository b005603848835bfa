import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { TIER } from '../units/level.ts';
import type { UnitTree } from '../units/tree.ts';
import type { Case, DueStart, Step } from './case.ts';
import type { CaseAct } from './life.ts';
import { checkBelow, refuseSecondOffer, unitAbove } from './offer.ts';

/** Passing a case on is the same for every kind: the conditions and effects of escalate, hand-down, return and recall. */
type PassingCondition = (one: Case, act: CaseAct) => void;

/** A command line on a case, for a hint. */
export const commandOn = (one: Pick<Case, 'kind' | 'number'>, words: string) =>
  `tiaochu ${one.kind} ${words.replace('#', one.number)}`;

/** One offer at a time. */
export const noOpenOffer: PassingCondition = (one, { tree }) => refuseSecondOffer(one, tree);

/** There is an offer to answer or to take back. */
export const openOffer: PassingCondition = one => {
  if (one.offer) return;
  refuse(
    { zh: `${one.number} 没有移交出去，无从收回`, en: `${one.number} is not offered to anybody` },
    { zh: `现状用 ${commandOn(one, 'show #')} 查看`, en: `See where it stands: ${commandOn(one, 'show #')}` },
  );
};

/** Only what came from another unit can go back to it. */
export const offeredOrReceived: PassingCondition = one => {
  if (one.offer || one.sender !== undefined) return;
  refuse(
    { zh: `${one.number} 不是别的单位移交来的，无处可退`, en: `${one.number} did not come from another unit` },
    {
      zh: `${commandOn(one, 'show #')} 列出能做的`,
      en: `${commandOn(one, 'show #')} lists what can be done`,
    },
  );
};

/** A case goes up to the unit above, which only the banner lacks. */
export const unitAboveExists: PassingCondition = (one, { tree }) => {
  unitAbove(one, tree);
};

/** A case is handed down to a unit below, which villages and communities lack. */
export const unitsBelow: PassingCondition = (one, { tree }) => {
  if ((tree.children.get(one.holder) ?? []).length > 0) return;
  const name = tree.units.get(one.holder)?.name;
  refuse(
    { zh: `${name} 没有下级机构，${one.number} 无处交办`, en: `${name} has no unit below it to hand a case down to` },
    {
      zh: `可就地办理或上报：${commandOn(one, 'show #')}`,
      en: `Handle it here, or escalate: ${commandOn(one, 'show #')}`,
    },
  );
};

/** A case is handed down inside the holder's own tree. */
export const below: PassingCondition = (one, { to, tree }) => {
  if (to) checkBelow(one, to, tree);
};

/** What is handed down is wanted back by a day to come. */
export const dueAhead: PassingCondition = (_, { on, details }) => {
  if (typeof details.due === 'string' && details.due < on)
    refuse(
      {
        zh: `要求办结的日期 ${details.due} 早于办理日期 ${on}`,
        en: `The due day ${details.due} is before the act on ${on}`,
      },
      { zh: '请用 --due 写一个以后的日期', en: 'Name a later day with --due' },
    );
};

const TIER_CODES: Readonly<Record<number, string>> = { 1: 'TIER_BANNER', 2: 'TIER_TOWNSHIP', 3: 'TIER_VILLAGE' };

/** A unit's own limit for handling a case, by its tier (office practice). */
export function tierLimit(unit: number, tree: UnitTree): DueStart[] {
  const level = tree.units.get(unit)?.level;
  const code = level && TIER_CODES[TIER[level]];
  return code ? [{ code, unit }] : [];
}

type Passing = Pick<Step, 'holder' | 'offer' | 'starts' | 'ends'>;

/** The case is offered to another unit, which is to answer in time. */
export function offered(kind: 'escalate' | 'hand-down' | 'return', to: number, answerBy: Day | null = null): Passing {
  return { offer: { make: { kind, to, answerBy } }, starts: [{ code: 'OFFER_3', unit: to }] };
}

/** The unit to which a case is offered takes it: it holds the case now. */
export function taken(one: Case): Passing {
  const { offer } = one;
  if (!offer) return {};
  const answer: DueStart[] = offer.answerBy ? [{ code: 'HANDDOWN_DUE', unit: offer.to, named: offer.answerBy }] : [];
  return {
    holder: offer.to,
    offer: { end: 'accepted' },
    // What was handed down and goes further down is still wanted by its day.
    ends: [
      { codes: ['OFFER_3', ...Object.values(TIER_CODES)], how: 'met' },
      ...(offer.kind === 'hand-down' ? [] : [{ codes: ['HANDDOWN_DUE'], how: 'moot' } as const]),
    ],
    starts: answer,
  };
}

/** An open offer is refused, or what was taken is offered back to the sender. */
export function sentBack(one: Case): Passing {
  return one.offer
    ? { offer: { end: 'returned' }, ends: [{ codes: ['OFFER_3'], how: 'met' }] }
    : offered('return', one.sender ?? 0);
}

/** An offer that was not answered is taken back. */
export function takenBack(): Passing {
  return { offer: { end: 'recalled' }, ends: [{ codes: ['OFFER_3'], how: 'moot' }] };
}

/** The case ends, and an open offer with it. */
export function lapsed(one: Case): Passing {
  return one.offer ? { offer: { end: 'lapsed' } } : {};
}
