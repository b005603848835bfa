import { type Day, OPEN_END } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { gathered } from '../kernel/gathered.ts';
import { type Change, eventsOf, recordChanges, type Stamp } from '../ledger/events.ts';
import { inserter, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadUnits } from '../units/store.ts';
import { HOUSEHOLD_TITLE } from './household.ts';
import { endedTerms, type HouseholdTerm, termWriter, withLastTerm, withTermOn } from './term-store.ts';

/** What holds of a household at all times; its village and its time in the register are in its terms. */
export const HOUSEHOLD_FIELDS = ['head_name', 'people', 'phone', 'address'] as const;
const SHOWN = ['h.id', 'h.code', 'h.head_name', 'h.people', 'h.phone', 'h.address'] as const;
const TERM = ['t.unit_id', 't.from_on', 't.to_on'] as const;

/** Households with their last term. */
export function householdRows(db: Db, code?: string) {
  let query = withLastTerm().select([...SHOWN, ...TERM]);
  if (code !== undefined) query = query.where('h.code', '=', code);
  return rows(db, query);
}

/** Households with all their terms, the first first. */
export function householdsWithTerms(db: Db, code?: string) {
  const last = householdRows(db, code);
  const ended = gathered(endedTerms(db, code === undefined ? undefined : last[0]?.id), term => term.household_id);
  return last.map(({ id, code, ...term }) => {
    const earlier = ended.get(id)?.filter(({ to_on }) => to_on <= term.from_on) ?? [];
    return { id, code, terms: [...earlier, term] };
  });
}

/** The households of some villages that have not ended, with what tells each from its neighbours. */
export function openHouseholds(db: Db, units: ReadonlySet<number>) {
  const open = withLastTerm().where('t.to_on', '=', OPEN_END);
  const columns = ['h.code', 't.unit_id', 'h.head_name', 'h.address'] as const;
  return rows(db, open.select(columns).where('t.unit_id', 'in', [...units]));
}

/** Households in order of their codes, each with its term of a day; without a day all, with their last. */
export function householdList(units: ReadonlySet<number> | undefined, day: Day | undefined) {
  const query = (day === undefined ? withLastTerm() : withTermOn(day)).select([...SHOWN, ...TERM]).orderBy('h.code');
  return units ? query.where('t.unit_id', 'in', [...units]) : query;
}

/** A household with its last term. */
export function householdCoded(db: Db, code: string) {
  const query = withLastTerm().select([...SHOWN, ...TERM]);
  return row(db, query.where('h.code', '=', code)) ?? notFound(HOUSEHOLD_TITLE, code);
}

/** The present codes of the villages of the households that a table’s rows are about, by the households’ codes. */
export function villagesIn(db: Db, table: 'need' | 'benefit'): Map<string, string> {
  const { codeOf } = loadUnits(db);
  const households = withLastTerm()
    .select(['h.code', 't.unit_id'])
    .where('h.id', 'in', selectFrom(table).select(`${table}.household_id`));
  return new Map(rows(db, households).map(({ code, unit_id }) => [code, codeOf(unit_id)]));
}

export function householdWriter(db: Db) {
  const insertHousehold = inserter(db, 'household', ['code', ...HOUSEHOLD_FIELDS, 'import_id']);
  const insertTerm = termWriter(db);
  return (household: Parameters<typeof insertHousehold>[0] & HouseholdTerm): number => {
    const id = insertHousehold(household);
    const { unit_id, from_on, to_on } = household;
    insertTerm({ household_id: id, unit_id, from_on, to_on });
    return id;
  };
}

/** When a household was closed last. */
export function closedAt(db: Db, id: number): string | undefined {
  return eventsOf(db, 'household', id).findLast(({ field }) => field === 'to_on')?.at;
}

/** Changes what holds of a household at all times, and records all changes, those of its terms too. */
export function updateHousehold(db: Db, id: number, changes: readonly Change[], stamp: Stamp): void {
  const held = changes.filter(({ field }) => (HOUSEHOLD_FIELDS as readonly string[]).includes(field));
  const values = Object.fromEntries(held.map(({ field, new: value }) => [field, value]));
  if (held.length > 0) run(db, updateTable('household').set(values).where('id', '=', id));
  recordChanges(db, 'household', id, changes, stamp);
}
