import { BEGINNING } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';
import type { Sqlite } from '../ledger/sqlite.ts';

/** Households of a group: how many, and how many of them had a home visit in the period. */
export interface HouseholdCount {
  readonly households: number;
  readonly visited: number;
}

/** Visits of a group in the period, by mode. */
export interface VisitCount {
  home: number;
  phone: number;
  absent: number;
}

const VISITED = `exists (select 1 from visit v where v.household_id = %.id
  and v.visited_on >= @from and v.visited_on <= @to and v.mode = 'home')`;

/**
 * Households active on any day of the period, by unit: one pass over the index (unit, from, to) and one probe of the
 * visits' key a household, whatever the number of visits.
 */
export function householdsByUnit(handle: Sqlite, period: Period): Map<number, HouseholdCount> {
  const rows = handle
    .prepare(
      `select h.unit_id, count(*), sum(${VISITED.replace('%', 'h')}) from household h
       where h.from_on <= @to and h.to_on > @from group by h.unit_id`,
    )
    .raw()
    .all(period) as [number, number, number][];
  return new Map(rows.map(([unit, households, visited]) => [unit, { households, visited }]));
}

/**
 * Households by the pair or the responsible cadre that they are assigned to on the period's last day, of some units or of
 * all (a pair's unit is its households').
 */
export function householdsByAssignee(
  handle: Sqlite,
  period: Period,
  by: 'pair_id' | 'responsible_id',
  within: ReadonlySet<number> | undefined,
): Map<number, HouseholdCount> {
  const units = within && JSON.stringify([...within]);
  const narrowed =
    units === undefined
      ? ''
      : 'and a.pair_id in (select id from pair where unit_id in (select value from json_each(@units)))';
  const rows = handle
    .prepare(
      `select a.${by}, count(*), sum(${VISITED.replace('%.id', 'a.household_id')}) from assignment a
       where a.from_on <= @to and a.to_on > @to ${narrowed} group by a.${by}`,
    )
    .raw()
    .all(units === undefined ? period : { ...period, units }) as [number, number, number][];
  return new Map(rows.map(([assignee, households, visited]) => [assignee, { households, visited }]));
}

/** How many households each pair has on the period's last day. */
export function assignedByPair(handle: Sqlite, period: Period): Map<number, number> {
  const rows = handle
    .prepare('select pair_id, count(*) from assignment where from_on <= @to and to_on > @to group by pair_id')
    .raw()
    .all(period) as [number, number][];
  return new Map(rows);
}

/**
 * Visits of each pair in the period. A period without a beginning is what the pair has made in all, less what came after
 * it; any other is counted in the index (pair, mode, day), where only the period's own entries are read.
 */
export function visitsByPair(handle: Sqlite, period: Period): Map<number, VisitCount> {
  const always = period.from === BEGINNING;
  const days = always ? 'v.visited_on > @to' : 'v.visited_on >= @from and v.visited_on <= @to';
  const count = (mode: string) => {
    const inIndex = `(select count(*) from visit v where v.pair_id = p.id and v.mode = '${mode}' and ${days})`;
    return always ? `p.${mode} - ${inIndex}` : inIndex;
  };
  const rows = handle
    .prepare(`select p.id, ${count('home')}, ${count('phone')}, ${count('absent')} from pair p`)
    .raw()
    .all(always ? { to: period.to } : period) as [number, number, number, number][];
  return new Map(rows.map(([pair, home, phone, absent]) => [pair, { home, phone, absent }]));
}

/** Stand-in visits by a pair of another unit: by unit, a visit counts where the household is, not where the pair is from. */
export function visitsAcrossUnits(handle: Sqlite, period: Period) {
  return handle
    .prepare(
      `select h.unit_id as household_unit, p.unit_id as pair_unit, v.mode, count(*) as visits
       from visit v join household h on h.id = v.household_id join pair p on p.id = v.pair_id
       where v.substitute = 1 and v.visited_on >= @from and v.visited_on <= @to and h.unit_id <> p.unit_id
       group by 1, 2, 3`,
    )
    .all(period) as { household_unit: number; pair_unit: number; mode: keyof VisitCount; visits: number }[];
}
