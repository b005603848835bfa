import { type Day, OPEN_END } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { type Change, eventsOf, recordChanges, type Stamp } from '../ledger/events.ts';
import { inserter, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadUnits } from '../units/store.ts';
import { HOUSEHOLD_TITLE } from './household.ts';

export const HOUSEHOLD_FIELDS = ['head_name', 'people', 'phone', 'address', 'from_on', 'to_on'] as const;

export function householdRows(db: Db, code?: string) {
  let query = selectFrom('household').select(['id', 'code', 'unit_id', ...HOUSEHOLD_FIELDS]);
  if (code !== undefined) query = query.where('code', '=', code);
  return rows(db, query);
}

/** The households of some villages that have not ended, with what tells each from its neighbours. */
export function openHouseholds(db: Db, units: ReadonlySet<number>) {
  const columns = ['code', 'unit_id', 'head_name', 'address'] as const;
  return rows(
    db,
    selectFrom('household')
      .select(columns)
      .where('to_on', '=', OPEN_END)
      .where('unit_id', 'in', [...units]),
  );
}

/** Households in order of their codes; `day` leaves out those that are not active on it. */
export function householdList(units: ReadonlySet<number> | undefined, day: Day | undefined) {
  let query = selectFrom('household').selectAll().orderBy('code');
  if (units) query = query.where('unit_id', 'in', [...units]);
  if (day !== undefined) query = query.where('from_on', '<=', day).where('to_on', '>', day);
  return query;
}

export function householdCoded(db: Db, code: string) {
  return row(db, selectFrom('household').selectAll().where('code', '=', code)) ?? notFound(HOUSEHOLD_TITLE, code);
}

/** The present codes of the villages of the households that a table’s rows are about, by the households’ codes. */
export function villagesIn(db: Db, table: 'need' | 'benefit'): Map<string, string> {
  const { codeOf } = loadUnits(db);
  const households = selectFrom('household')
    .select(['code', 'unit_id'])
    .where('id', 'in', eb => eb.selectFrom(table).select(`${table}.household_id`));
  return new Map(rows(db, households).map(({ code, unit_id }) => [code, codeOf(unit_id)]));
}

export function householdWriter(db: Db) {
  return inserter(db, 'household', ['code', 'unit_id', ...HOUSEHOLD_FIELDS, 'import_id']);
}

/** Changes a household’s values in one statement, since both ends of its time may move together, and records the old ones. */
/** When a household was closed last. */
export function closedAt(db: Db, id: number): string | undefined {
  return eventsOf(db, 'household', id).findLast(({ field }) => field === 'to_on')?.at;
}

export function updateHousehold(db: Db, id: number, changes: readonly Change[], stamp: Stamp): void {
  const values = Object.fromEntries(changes.map(({ field, new: value }) => [field, value]));
  run(db, updateTable('household').set(values).where('id', '=', id));
  recordChanges(db, 'household', id, changes, stamp);
}
