import { dayNumber } from '../../kernel/day.ts';
import { median, share, sharesOfOne } from '../../kernel/figures.ts';
import type { Period } from '../../kernel/period.ts';
import { TIER } from '../../units/level.ts';
import type { ResolutionFacts, StayFact } from './facts.ts';

/** How a stay comes to be in stock, and how it leaves it. */
export const IN = ['opening', 'registered', 'received', 'reopened'] as const;
export const OUT = ['settled', 'escalated', 'handed_down', 'ended_otherwise', 'closing'] as const;
/** What the parties said in the follow-ups of the period (S-53). */
const RATED = ['satisfied', 'basically_satisfied', 'not_satisfied'] as const;
/**
 * What is counted of a row. The cohort is, of those registered in the period, settled and not open again at its end; a
 * relapse is settled in the period and reopened by its end.
 */
const COUNTED = [...IN, ...OUT, 'overdue', 'cohort_settled', 'relapsed', ...RATED] as const;

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
  // Stays are in the order of their numbers, so that the last one of a case is the one that remains here.
  const last = new Map(facts.stays.map(stay => [stay.caseId, stay]));
  for (const stay of facts.stays) {
    const row = rowOf(stay.unit, stay);
    if (row === undefined) continue;
    const behind = rows.get(row) ?? noStays();
    rows.set(row, behind);
    enter(behind, stay, period, stay.from !== null && rowOf(stay.from, stay) === row);
    leave(behind, stay, period, stay.to !== null && rowOf(stay.to, stay) === row);
    const end = last.get(stay.caseId);
    if (stay.leftOn > period.to && facts.overdue.has(stay.caseId)) behind.overdue.push(stay);
    if (stay.entry === 'registered' && stay.enteredOn >= period.from && end?.leaving === 'settled')
      behind.cohort_settled.push(stay);
    if (stay.leaving === 'settled' && end !== stay) behind.relapsed.push(stay);
  }
  for (const { satisfaction, ...stay } of facts.rated) {
    const row = rowOf(stay.unit, stay);
    if (row === undefined) continue;
    const behind = rows.get(row) ?? noStays();
    rows.set(row, behind);
    behind[RATED_AS[satisfaction]].push(stay);
  }
  return rows;
}

const RATED_AS = { satisfied: 'satisfied', basically: 'basically_satisfied', not: 'not_satisfied' } as const;

function enter(behind: Behind, stay: StayFact, { from }: Period, inside: boolean): void {
  if (stay.enteredOn < from) behind.opening.push(stay);
  else if (!inside) behind[stay.entry].push(stay);
}

function leave(behind: Behind, stay: StayFact, { to }: Period, inside: boolean): void {
  if (stay.leftOn > to) behind.closing.push(stay);
  else if (!inside && stay.leaving !== '') behind[stay.leaving].push(stay);
}

/** The figures of one row, or of all together. Shares are null where there is nothing to share. */
export function figuresOf(behind: Behind, tierOf: TierOf) {
  const { settled } = behind;
  const counts = forEachCount(count => behind[count].length);
  const tiers = [TIER.village, TIER.township, TIER.banner].map(tier => settledIn(tier)(behind, tierOf).length);
  const [share_village = null, share_township = null, share_banner = null] = sharesOfOne(tiers);
  const rated = RATED.reduce((sum, answer) => sum + counts[answer], 0);
  return {
    ...counts,
    settlement_rate: share(counts.cohort_settled, counts.registered),
    ...{ share_village, share_township, share_banner },
    rated,
    satisfaction_rate: share(counts.satisfied + counts.basically_satisfied, rated),
    escalation_rate: share(escalations(behind).length, everInStock(behind).size),
    median_days: median(settled.map(daysToSettle)),
    relapse_rate: share(counts.relapsed, settled.length),
    people: settled.reduce((sum, stay) => sum + stay.people, 0),
    amount_fen: settled.reduce((sum, stay) => sum + stay.amountFen, 0),
    prevented_crimes: prevented(behind).length,
  };
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
