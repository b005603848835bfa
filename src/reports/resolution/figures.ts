import type { Entry, Leaving } from '../../cases/stay.ts';
import { type Condition, type Judged, judgeOf } from '../../kernel/condition.ts';
import { type Day, dayNumber } from '../../kernel/day.ts';
import { median, share, sharesOfOne } from '../../kernel/figures.ts';
import { keysOf, mapValues } from '../../kernel/keys.ts';
import type { Period } from '../../kernel/period.ts';
import { TIER } from '../../units/level.ts';
import type { ResolutionFacts, StayFact } from './facts.ts';

/** How a stay comes to be in stock, and how it leaves it. */
export const IN = ['opening', 'registered', 'received', 'reopened'] as const;
export const OUT = ['settled', 'escalated', 'handed_down', 'ended_otherwise', 'closing'] as const;
/** What the parties said in the follow-ups of the period (S-53). */
export const RATED_AS = { satisfied: 'satisfied', basically: 'basically_satisfied', not: 'not_satisfied' } as const;
export const RATED = Object.values(RATED_AS);

/** What is asked of a stay, as it was known on the period's last day. */
export interface JudgedStay {
  readonly enteredOn: Day;
  readonly entry: Entry;
  readonly leftOn: Day;
  readonly leaving: Leaving | '';
  /** Whether it came from, or went to, another unit of the same row. */
  readonly cameInside: boolean;
  readonly wentInside: boolean;
  /** Whether a deadline of the dispute is over. */
  readonly isLate: boolean;
  /** How the dispute's last stay ended, and whether this is that one. */
  readonly ending: Leaving | '';
  readonly isLast: boolean;
}
type Asked = Condition<keyof JudgedStay>;

const STAYS: Asked = { after: 'leftOn' };
const BEGAN_BEFORE: Asked = { before: 'enteredOn' };
const enters = (entry: Entry): Asked => ({
  all: [{ is: ['entry', entry] }, { not: BEGAN_BEFORE }, { not: { marked: 'cameInside' } }],
});
const leaves = (leaving: Leaving): Asked => ({
  all: [{ is: ['leaving', leaving] }, { not: STAYS }, { not: { marked: 'wentInside' } }],
});

/**
 * Which stays each figure counts. The cohort is, of those registered in the period, settled and not open again at its end; a
 * relapse is settled in the period and reopened by its end.
 */
export const COUNTS = {
  opening: BEGAN_BEFORE,
  registered: enters('registered'),
  received: enters('received'),
  reopened: enters('reopened'),
  settled: leaves('settled'),
  escalated: leaves('escalated'),
  handed_down: leaves('handed_down'),
  ended_otherwise: leaves('ended_otherwise'),
  closing: STAYS,
  overdue: { all: [STAYS, { marked: 'isLate' }] },
  cohort_settled: { all: [{ is: ['entry', 'registered'] }, { not: BEGAN_BEFORE }, { is: ['ending', 'settled'] }] },
  relapsed: { all: [{ is: ['leaving', 'settled'] }, { not: { marked: 'isLast' } }] },
} as const satisfies Record<string, Asked>;
const JUDGES = keysOf(COUNTS).map(count => ({ count, judge: judgeOf<keyof JudgedStay>(COUNTS[count]) }));
const COUNTED = [...keysOf(COUNTS), ...RATED] as const;

/** The stays behind each figure of one row: the figures are counted from them, and `--explain` lists them. */
export type Behind = Readonly<Record<(typeof COUNTED)[number], StayFact[]>>;

/** The row that a unit belongs to with its stay, or undefined where it belongs to none. */
export type RowOf = (unit: number, stay: StayFact) => string | undefined;

/** Nothing behind any figure. */
export const noStays = (): Behind => forEachCount(() => []);

function forEachCount<V>(value: (count: keyof Behind) => V) {
  return Object.fromEntries(COUNTED.map(count => [count, value(count)])) as Record<keyof Behind, V>;
}

/**
 * Sorts the stays of a period into rows, each the stock of a set of units. What moves inside a set is left out of its row,
 * so that opening + registered + received + reopened = settled + escalated + handed_down + ended_otherwise + closing.
 */
export function sortIntoRows(facts: ResolutionFacts, period: Period, rowOf: RowOf): Map<string, Behind> {
  const rows = new Map<string, Behind>();
  const behindOf = (row: string) => {
    const known = rows.get(row) ?? noStays();
    rows.set(row, known);
    return known;
  };
  eachStay(facts, rowOf, (row, stay, judged) => {
    const behind = behindOf(row);
    for (const { count, judge } of JUDGES) if (judge(judged, period)) behind[count].push(stay);
  });
  for (const { satisfaction, ...stay } of facts.rated) {
    const row = rowOf(stay.unit, stay);
    if (row !== undefined) behindOf(row)[RATED_AS[satisfaction]].push(stay);
  }
  return rows;
}

/** Goes through the stays that belong to a row, each with its row and what is asked of it there. */
export function eachStay(
  { stays, overdue }: Pick<ResolutionFacts, 'stays' | 'overdue'>,
  rowOf: RowOf,
  look: (row: string, stay: StayFact, judged: JudgedStay & Judged<keyof JudgedStay>) => void,
): void {
  // Stays are in the order of their numbers, so that the last one of a case is the one that remains here.
  const last = new Map<number, StayFact>();
  for (const stay of stays) last.set(stay.caseId, stay);
  for (const stay of stays) {
    const row = rowOf(stay.unit, stay);
    if (row === undefined) continue;
    const end = last.get(stay.caseId);
    look(row, stay, {
      enteredOn: stay.enteredOn,
      entry: stay.entry,
      leftOn: stay.leftOn,
      leaving: stay.leaving,
      cameInside: stay.from !== null && rowOf(stay.from, stay) === row,
      wentInside: stay.to !== null && rowOf(stay.to, stay) === row,
      isLate: overdue.has(stay.caseId),
      ending: end === undefined ? '' : end.leaving,
      isLast: end === stay,
    });
  }
}

/** The figures of one row, or of all together. */
export function figuresOf(behind: Behind, tierOf: TierOf) {
  const { settled } = behind;
  return resolutionRates({
    ...forEachCount(count => behind[count].length),
    settledIn: TIERS_UP.map(tier => settledIn(tier)(behind, tierOf).length),
    escalation_rate: share(escalations(behind).length, everInStock(behind).size),
    median_days: median(settled.map(daysToSettle)),
    people: settled.reduce((sum, stay) => sum + stay.people, 0),
    amount_fen: settled.reduce((sum, stay) => sum + stay.amountFen, 0),
    prevented_crimes: prevented(behind).length,
  });
}

/** The tiers, from below. */
export const TIERS_UP = [TIER.village, TIER.township, TIER.banner] as const;

/** What the figures of a row are made of. */
export interface ResolutionCounts extends Readonly<Record<keyof Behind, number>> {
  /** How many were settled in each tier, from below. */
  readonly settledIn: readonly number[];
  readonly escalation_rate: number | null;
  readonly median_days: number | null;
  readonly people: number;
  readonly amount_fen: number;
  readonly prevented_crimes: number;
}

/** Counts with the shares that they make up. Shares are null where there is nothing to share. */
export function resolutionRates({ settledIn, ...counts }: ResolutionCounts) {
  const [share_village = null, share_township = null, share_banner = null] = sharesOfOne(settledIn);
  return {
    ...counts,
    ...mapValues(RATES, (_, rate) => share(...partsOf(counts, rate))),
    ...{ share_village, share_township, share_banner },
    rated: sumOf(counts, RATED),
  };
}

type Counts = Readonly<Record<keyof Behind, number>>;

/** The rates of a row, each with the counts that are its numerator and its denominator. */
export const RATES = {
  settlement_rate: [['cohort_settled'], ['registered']],
  satisfaction_rate: [['satisfied', 'basically_satisfied'], RATED],
  relapse_rate: [['relapsed'], ['settled']],
} as const satisfies Record<string, readonly [part: readonly (keyof Behind)[], whole: readonly (keyof Behind)[]]>;

/** Numerator and denominator of a rate. */
export function partsOf(counts: Counts, rate: keyof typeof RATES): [part: number, whole: number] {
  const [part, whole] = RATES[rate];
  return [sumOf(counts, part), sumOf(counts, whole)];
}

function sumOf(counts: Counts, keys: readonly (keyof Behind)[]): number {
  return keys.reduce((sum, key) => sum + counts[key], 0);
}

/** All rows together: what a totals row counts. */
export function together(rows: Iterable<Behind>): Behind {
  const all = [...rows];
  return forEachCount(count => all.flatMap(row => row[count]));
}

type TierOf = (unit: number) => number;
type Select = (behind: Behind, tierOf: TierOf) => readonly StayFact[];

/** The stays behind any column, rates included: those that its numerator counts. */
export const EXPLAINED: Readonly<Record<string, Select>> = {
  ...forEachCount<Select>(count => behind => behind[count]),
  settlement_rate: behind => behind.cohort_settled,
  share_village: settledIn(TIER.village),
  share_township: settledIn(TIER.township),
  share_banner: settledIn(TIER.banner),
  escalation_rate: escalations,
  rated,
  satisfaction_rate: behind => [...behind.satisfied, ...behind.basically_satisfied],
  median_days: behind => behind.settled,
  relapse_rate: behind => behind.relapsed,
  people: behind => behind.settled,
  amount_fen: behind => behind.settled,
  prevented_crimes: prevented,
};

function rated({ satisfied, basically_satisfied, not_satisfied }: Behind): StayFact[] {
  return [...satisfied, ...basically_satisfied, ...not_satisfied];
}

function settledIn(tier: number): Select {
  return ({ settled }, tierOf) => settled.filter(stay => tierOf(stay.unit) === tier);
}

function prevented({ settled }: Behind): StayFact[] {
  return settled.filter(stay => stay.prevented);
}

/** The disputes that went up, returns left out, each once. */
export function escalations(behind: Behind): StayFact[] {
  const up = behind.escalated.filter(stay => !stay.returned);
  return [...new Map(up.map(stay => [stay.caseId, stay])).values()];
}

/** The disputes that were in stock on any day of the period. */
export function everInStock({ opening, registered, received, reopened }: Behind): ReadonlySet<number> {
  return new Set([...opening, ...registered, ...received, ...reopened].map(stay => stay.caseId));
}

/** Days from the registration to the settlement. */
export function daysToSettle(stay: StayFact): number {
  return dayNumber(stay.leftOn) - dayNumber(stay.registeredOn);
}
