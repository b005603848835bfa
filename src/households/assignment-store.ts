import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { changesBetween, eventsOf, recordChanges, type Stamp } from '../ledger/events.ts';
import { deleteFrom, inserter, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Person } from './replacement-rules.ts';
import { withTermOn } from './term-store.ts';

/** Assignments with the codes that a file would give, all or those of one household, oldest first. */
export function assignmentRows(db: Db, householdCode?: string) {
  let query = assignments().orderBy('a.from_on');
  if (householdCode !== undefined) query = query.where('h.code', '=', householdCode);
  return rows(db, query);
}

export type Assignment = ReturnType<typeof assignmentRows>[number];

/** The assignments of a pair or of a household that last beyond a day. */
export function lastingAssignments(db: Db, of: 'pair_id' | 'household_id', id: number, on: Day): Assignment[] {
  return rows(db, assignments().where(`a.${of}`, '=', id).where('a.to_on', '>', on));
}

function assignments() {
  return withCodes().select(['a.id', 'a.household_id', 'a.pair_id', 'a.responsible_id']);
}

/** What a list is narrowed to; `day` leaves out what does not hold on it. */
interface Narrowing {
  readonly units: ReadonlySet<number> | undefined;
  readonly day: Day | undefined;
  readonly pair: string | undefined;
  readonly cadre: string | undefined;
}

/** Assignments by the codes of household, pair and responsible cadre. */
export function assignmentList({ units, day, pair, cadre }: Narrowing) {
  let query = withCodes().orderBy('h.code').orderBy('a.from_on');
  if (day !== undefined) query = query.where('a.from_on', '<=', day).where('a.to_on', '>', day);
  if (pair !== undefined) query = query.where('p.code', '=', pair);
  if (cadre !== undefined) query = query.where('c.code', '=', cadre);
  // A pair is of the village in which its households are.
  if (units) query = query.where('p.unit_id', 'in', [...units]);
  return query;
}

function withCodes() {
  return selectFrom('assignment as a')
    .innerJoin('household as h', 'h.id', 'a.household_id')
    .innerJoin('pair as p', 'p.id', 'a.pair_id')
    .innerJoin('cadre as c', 'c.id', 'a.responsible_id')
    .select(['h.code as household_code', 'p.code as pair_code', 'c.code as responsible_cadre', 'a.from_on', 'a.to_on']);
}

export function assignmentWriter(db: Db) {
  return inserter(db, 'assignment', ['household_id', 'pair_id', 'responsible_id', 'from_on', 'to_on', 'import_id']);
}

/** Ends an assignment on a day; one that has not begun by then is deleted. */
export function endAssignment(
  db: Db,
  { id, from_on, to_on }: Span & { readonly id: number },
  on: Day,
  stamp: Stamp,
): void {
  if (on <= from_on) run(db, deleteFrom('assignment').where('id', '=', id));
  else run(db, updateTable('assignment').set({ to_on: on }).where('id', '=', id));
  recordChanges(db, 'assignment', id, [{ field: 'to_on', old: to_on, new: on }], stamp);
}

/** The assignments of a household that ended with it, by the same command, and whose pair lasts. */
export function endedWith(db: Db, householdId: number, day: Day, at: string): Assignment[] {
  const ofHousehold = assignments().where('a.household_id', '=', householdId).where('a.to_on', '=', day);
  const ended = rows(db, ofHousehold.where('p.to_on', '=', OPEN_END));
  return ended.filter(({ id }) => eventsOf(db, 'assignment', id).at(-1)?.at === at);
}

/** An assignment that was ended by mistake goes on. */
export function prolongAssignment(db: Db, { id, to_on }: Span & { readonly id: number }, stamp: Stamp): void {
  run(db, updateTable('assignment').set({ to_on: OPEN_END }).where('id', '=', id));
  recordChanges(db, 'assignment', id, [{ field: 'to_on', old: to_on, new: OPEN_END }], stamp);
}

/**
 * Assigns a household to another pair or cadre from the stamp’s day on, until the day on which the old assignment would
 * have ended. An assignment that has not begun by then is changed in place.
 */
export function reassign(db: Db, old: Assignment, pair: Person, responsible: Person, stamp: Stamp): void {
  const ids = { pair_id: pair.id, responsible_id: responsible.id };
  if (stamp.on > old.from_on) {
    endAssignment(db, old, stamp.on, stamp);
    assignmentWriter(db)({ ...old, ...ids, from_on: stamp.on, import_id: null });
    return;
  }
  run(db, updateTable('assignment').set(ids).where('id', '=', old.id));
  const changes = changesBetween(old, { pair_code: pair.code, responsible_cadre: responsible.code });
  recordChanges(db, 'assignment', old.id, changes, stamp);
}

/** Households active on a day and assigned to nobody, in order of their codes. */
export function unassignedHouseholds(db: Db, day: Day) {
  const query = withTermOn(day)
    .select(['h.code', 'h.head_name', 't.unit_id'])
    .where('h.id', 'not in', assignedOn(day).select('household_id'))
    .orderBy('h.code');
  return rows(db, query);
}

/** How many households each pair looks after on a day, by the pair’s id. */
export function loadOfPairs(db: Db, day: Day): Map<number, number> {
  const loads = assignedOn(day)
    .select(eb => ['pair_id', eb.fn.countAll<number>().as('households')])
    .groupBy('pair_id');
  return new Map(rows(db, loads).map(load => [load.pair_id, load.households]));
}

function assignedOn(day: Day) {
  return selectFrom('assignment').where('from_on', '<=', day).where('to_on', '>', day);
}
