import { inCalendar } from '../../kernel/calendar.ts';
import { mapped } from '../../kernel/mapped.ts';
import type { Period } from '../../kernel/period.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { countVisit, keptTally, madeByPairs, visitedFlags, yearsOfVisits } from '../../ledger/visit-tallies.ts';
import { activeOn, countedTerm, IN_PERIOD } from '../days.ts';
import type { Scope } from '../scope.ts';
import type { Wanted } from '../visiting-list.ts';
import type { CoverageFigures } from './figures.ts';

// These counts go over a hundred thousand households and millions of visits: they stay SQL by hand, on the indexes there are.

/** Households of a group: how many, and how many of them had a home visit in the period. */
export type HouseholdCount = Readonly<Pick<CoverageFigures, 'households' | 'visited'>>;

/** Visits of a group in the period: home visits, and by the two other modes. */
type VisitCount = Pick<CoverageFigures, 'visits' | 'phone' | 'absent'>;

/** The visits of a period. */
export interface PeriodVisits {
  /** One byte a household, at the place of its number: 1 where it was visited at home. */
  readonly visited: Uint8Array;
  readonly byPair: ReadonlyMap<number, VisitCount>;
}

/** The visits of a few days, by mode: the households they were to and, place by place, the pairs that went. */
const DAYS = `
  select case mode when 'home' then 0 when 'phone' then 1 else 2 end,
    json_group_array(household_id), json_group_array(pair_id)
  from visit where visited_on ${IN_PERIOD} group by visited_on, mode`;

/** Whole years and months are read as the ledger keeps them, other days from the visits' index by day. */
export function visitsIn(db: Db, period: Period): PeriodVisits {
  const { whole, days } = inCalendar(withVisits(db, period));
  const sum = keptTally(db, whole);
  const query = db.prepare(DAYS).raw();
  for (const few of days)
    for (const [mode, households, pairs] of query.all(few) as [number, string, string][]) {
      const went = JSON.parse(pairs) as number[];
      for (const [place, household] of (JSON.parse(households) as number[]).entries())
        countVisit(sum, household, went[place] ?? 0, mode);
    }
  const byPair = new Map<number, VisitCount>();
  for (const [pair, visits, phone, absent] of madeByPairs(sum)) byPair.set(pair, { visits, phone, absent });
  return { visited: visitedFlags(sum), byPair };
}

/** A period without the years, before and after, in which there is no visit. */
function withVisits(db: Db, { from, to }: Period): Period {
  const [first, last] = yearsOfVisits(db) ?? [from.slice(0, 4), from.slice(0, 4)];
  return { from: from < `${first}-01-01` ? `${first}-01-01` : from, to: to > `${last}-12-31` ? `${last}-12-31` : to };
}

/** Whether the household of a row is flagged as visited, in SQL; where there is no visit at all, nobody is. */
const FLAGGED = (household: string) => `substr(@visited, ${household} + 1, 1) is x'01'`;

/** Households active on any day of the period, by the unit in which it counts them: one pass over the index (unit, from, to). */
export function householdsByUnit(db: Db, period: Period, { visited } = visitsIn(db, period)) {
  const sql = `select t.unit_id, count(*), sum(${FLAGGED('t.household_id')}) from household_term t
    where ${countedTerm('t')} group by t.unit_id`;
  return counted(db, sql, { ...period, visited });
}

/** The households of a village without a home visit in the period, for a list to visit by. */
export function missedIn({ db, period }: Pick<Scope, 'db' | 'period'>): Wanted {
  const { visited } = visitsIn(db, period);
  const which = `select t.household_id from household_term t
    where t.unit_id = @unit and ${countedTerm('t')} and not ${FLAGGED('t.household_id')}`;
  return { which, values: () => ({ visited }) };
}

/**
 * Households by the pair or the responsible cadre that they are assigned to on the period's last day, of some units or of
 * all (a pair's unit is its households').
 */
export function householdsByAssignee(
  db: Db,
  { to }: Period,
  { visited }: PeriodVisits,
  by: 'pair_id' | 'responsible_id',
  within: ReadonlySet<number> | undefined,
) {
  const narrowed =
    within && 'and a.pair_id in (select id from pair where unit_id in (select value from json_each(@units)))';
  const sql = `select a.${by}, count(*), sum(${FLAGGED('a.household_id')}) from assignment a
    where ${activeOn('a', '@to')} ${narrowed ?? ''} group by a.${by}`;
  return counted(db, sql, { to, visited, units: JSON.stringify([...(within ?? [])]) });
}

function counted(db: Db, sql: string, values: object): Map<number, HouseholdCount> {
  const counts = db.prepare(sql).raw().all(values) as [number, number, number][];
  return new Map(counts.map(([group, households, visited]) => [group, { households, visited }]));
}

/** How many households each pair has on the period's last day. */
export function assignedByPair(db: Db, period: Period): Map<number, number> {
  const sql = `select a.pair_id, count(*) from assignment a where ${activeOn('a', '@to')} group by a.pair_id`;
  return new Map(db.prepare(sql).raw().all(period) as [number, number][]);
}

/** Visits by a pair of another unit than the one that counts the household: stand-in visits, and those before it moved. */
const ELSEWHERE = `
  select id from visit where substitute = 1 and visited_on ${IN_PERIOD}
  union select v.id from household_term left_one join household_term t on t.household_id = left_one.household_id
    join visit v on v.household_id = t.household_id and v.visited_on ${IN_PERIOD}
  where left_one.to_on <> '9999-12-31' and left_one.to_on > @from and left_one.to_on <= @to
    and t.from_on >= left_one.to_on and ${countedTerm('t')}`;

/** By unit, a visit counts where the household is, not where the pair is from. */
export function visitsAcrossUnits(db: Db, period: Period) {
  return db
    .prepare(
      `select t.unit_id as household_unit, p.unit_id as pair_unit, v.mode, count(*) as visits
       from visit v join household_term t on t.household_id = v.household_id and ${countedTerm('t')}
       join pair p on p.id = v.pair_id
       where v.id in (${ELSEWHERE}) and t.unit_id <> p.unit_id
       group by 1, 2, 3`,
    )
    .all(period) as { household_unit: number; pair_unit: number; mode: 'home' | 'phone' | 'absent'; visits: number }[];
}

/** The unit of each pair. */
export function unitOfPairs(db: Db): (pair: number) => number {
  const units = new Map(db.prepare('select id, unit_id from pair').raw().all() as [number, number][]);
  return pair => mapped(units, pair);
}
