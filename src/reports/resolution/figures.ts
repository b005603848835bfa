import { type Day, dayNumber, OPEN_END } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import type { ResolutionFacts, StayFact } from './facts.ts';

/** The stays behind each figure of one row: the figures are counted from them, and `--explain` lists them. */
export interface Behind {
  readonly opening: StayFact[];
  readonly registered: StayFact[];
  readonly received: StayFact[];
  readonly reopened: StayFact[];
  readonly settled: StayFact[];
  readonly escalated: StayFact[];
  readonly handed_down: StayFact[];
  readonly ended_otherwise: StayFact[];
  readonly closing: StayFact[];
  readonly overdue: StayFact[];
  /** Of those registered in the period, settled and not open again at its end. */
  readonly cohort_settled: StayFact[];
  /** Settled in the period and reopened by its end. */
  readonly relapsed: StayFact[];
}

/** The row that a unit belongs to with its stay, or undefined where it belongs to none. */
export type RowOf = (unit: number, stay: StayFact) => string | undefined;

const nothing = (): Behind => ({
  opening: [],
  registered: [],
  received: [],
  reopened: [],
  settled: [],
  escalated: [],
  handed_down: [],
  ended_otherwise: [],
  closing: [],
  overdue: [],
  cohort_settled: [],
  relapsed: [],
});

/**
 * Sorts the stays of a period into rows, each the stock of a set of units. What moves inside a set is left out of its row,
 * so that opening + registered + received + reopened = settled + escalated + handed_down + ended_otherwise + closing.
 */
export function sortIntoRows(facts: ResolutionFacts, period: Period, rowOf: RowOf): Map<string, Behind> {
  const rows = new Map<string, Behind>();
  const last = lastStays(facts.stays);
  for (const stay of facts.stays) {
    const row = rowOf(stay.unit, stay);
    if (row === undefined) continue;
    let behind = rows.get(row);
    if (!behind) {
      behind = nothing();
      rows.set(row, behind);
    }
    enter(behind, stay, period, stay.from !== null && rowOf(stay.from, stay) === row);
    leave(behind, stay, period, stay.to !== null && rowOf(stay.to, stay) === row);
    if (stay.leftOn > period.to && facts.overdue.has(stay.caseId)) behind.overdue.push(stay);
    const end = last.get(stay.caseId);
    if (stay.entry === 'registered' && stay.enteredOn >= period.from && end?.leaving === 'settled')
      behind.cohort_settled.push(stay);
    if (stay.leaving === 'settled' && end !== stay) behind.relapsed.push(stay);
  }
  return rows;
}

function enter(behind: Behind, stay: StayFact, { from }: Period, inside: boolean): void {
  if (stay.enteredOn < from) behind.opening.push(stay);
  else if (!inside) behind[stay.entry].push(stay);
}

function leave(behind: Behind, stay: StayFact, { to }: Period, inside: boolean): void {
  if (stay.leftOn > to) behind.closing.push(stay);
  else if (!inside && stay.leaving !== '') behind[stay.leaving].push(stay);
}

function lastStays(stays: readonly StayFact[]): Map<number, StayFact> {
  return new Map(stays.map(stay => [stay.caseId, stay]));
}

/** The figures of one row, or of all together. Shares are null where there is nothing to share. */
export function figuresOf(behind: Behind, tierOf: (unit: number) => number) {
  const { settled } = behind;
  const inTier = (tier: number) => settled.filter(stay => tierOf(stay.unit) === tier).length;
  const came = new Set(
    [...behind.opening, ...behind.registered, ...behind.received, ...behind.reopened].map(stay => stay.caseId),
  );
  const up = escalations(behind).length;
  const counts = Object.fromEntries(Object.entries(behind).map(([key, stays]) => [key, stays.length])) as Record<
    keyof Behind,
    number
  >;
  return {
    ...counts,
    settlement_rate: share(counts.cohort_settled, counts.registered),
    share_village: share(inTier(3), settled.length),
    share_township: share(inTier(2), settled.length),
    share_banner: share(inTier(1), settled.length),
    escalation_rate: share(up, came.size),
    median_days: median(settled.map(daysToSettle)),
    relapse_rate: share(counts.relapsed, settled.length),
    people: settled.reduce((sum, stay) => sum + stay.people, 0),
    amount_fen: settled.reduce((sum, stay) => sum + stay.amountFen, 0),
    prevented_crimes: settled.filter(stay => stay.prevented).length,
  };
}

/** All rows together: what a totals row counts. */
export function together(rows: Iterable<Behind>): Behind {
  const sum = nothing();
  for (const row of rows) for (const key of Object.keys(sum) as (keyof Behind)[]) sum[key].push(...row[key]);
  return sum;
}

/** The stays behind any column, rates included: those that its numerator counts. */
export const EXPLAINED: Readonly<
  Record<string, (behind: Behind, tierOf: (unit: number) => number) => readonly StayFact[]>
> = {
  ...Object.fromEntries(
    (Object.keys(nothing()) as (keyof Behind)[]).map(key => [key, (behind: Behind) => behind[key]]),
  ),
  settlement_rate: behind => behind.cohort_settled,
  share_village: (behind, tierOf) => behind.settled.filter(stay => tierOf(stay.unit) === 3),
  share_township: (behind, tierOf) => behind.settled.filter(stay => tierOf(stay.unit) === 2),
  share_banner: (behind, tierOf) => behind.settled.filter(stay => tierOf(stay.unit) === 1),
  escalation_rate: escalations,
  median_days: behind => behind.settled,
  relapse_rate: behind => behind.relapsed,
  people: behind => behind.settled,
  amount_fen: behind => behind.settled,
  prevented_crimes: behind => behind.settled.filter(stay => stay.prevented),
};

/** The disputes that went up, returns left out, each once. */
function escalations(behind: Behind): StayFact[] {
  const up = behind.escalated.filter(stay => !stay.returned);
  return [...new Map(up.map(stay => [stay.caseId, stay])).values()];
}

/** Days from the registration to the settlement. */
export function daysToSettle(stay: StayFact): number {
  return dayNumber(stay.leftOn) - dayNumber(stay.registeredOn);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** A day that has not come is shown as none. */
export function shownLeft(leftOn: Day): Day | null {
  return leftOn === OPEN_END ? null : leftOn;
}
