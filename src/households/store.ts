import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import { row, rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { pairWriter } from '../teams/store.ts';
import type { OpenWork } from '../units/open-work.ts';
import { visitedLater } from './rules.ts';

/** Households, all or the one with a code. */
export function householdRows(db: Db, code?: string) {
  let query = selectFrom('household').select([
    'id',
    'code',
    'unit_id',
    'head_name',
    'people',
    'phone',
    'address',
    'from_on',
    'to_on',
  ]);
  if (code !== undefined) query = query.where('code', '=', code);
  return rows(db, query);
}

/** Assignments with the codes that a file would give, all or those of one household. */
export function assignmentRows(db: Db, householdCode?: string) {
  let query = selectFrom('assignment')
    .innerJoin('household', 'household.id', 'assignment.household_id')
    .innerJoin('pair', 'pair.id', 'assignment.pair_id')
    .innerJoin('cadre', 'cadre.id', 'assignment.responsible_id')
    .select(['assignment.id', 'assignment.from_on', 'assignment.to_on', 'household_id', 'pair_id', 'responsible_id'])
    .select(['household.code as household_code', 'pair.code as pair_code', 'cadre.code as responsible_cadre'])
    .orderBy('assignment.from_on');
  if (householdCode !== undefined) query = query.where('household.code', '=', householdCode);
  return rows(db, query);
}

/** What a list is narrowed to; `day` leaves out what does not hold on it. */
interface Narrowing {
  readonly units: ReadonlySet<number> | undefined;
  readonly day: Day | undefined;
}

/** Households in order of their codes. */
export function householdList({ units, day }: Narrowing) {
  let query = selectFrom('household').selectAll().orderBy('code');
  if (units) query = query.where('unit_id', 'in', [...units]);
  if (day !== undefined) query = query.where('from_on', '<=', day).where('to_on', '>', day);
  return query;
}

/** Assignments by the codes of household, pair and responsible cadre. */
export function assignmentList({
  units,
  day,
  pair,
  cadre,
}: Narrowing & { readonly pair: string | undefined; readonly cadre: string | undefined }) {
  let query = selectFrom('assignment as a')
    .innerJoin('household as h', 'h.id', 'a.household_id')
    .innerJoin('pair as p', 'p.id', 'a.pair_id')
    .innerJoin('cadre as c', 'c.id', 'a.responsible_id')
    .select(['h.code as household_code', 'p.code as pair_code', 'c.code as responsible_cadre', 'a.from_on', 'a.to_on'])
    .orderBy('h.code')
    .orderBy('a.from_on');
  if (day !== undefined) query = query.where('a.from_on', '<=', day).where('a.to_on', '>', day);
  if (pair !== undefined) query = query.where('p.code', '=', pair);
  if (cadre !== undefined) query = query.where('c.code', '=', cadre);
  if (units) query = query.where('h.unit_id', 'in', [...units]);
  return query;
}

export function householdByCode(db: Db, code: string) {
  return row(db, selectFrom('household').selectAll().where('code', '=', code));
}

/** The day of the last visit to a household, if any. */
export function lastVisitTo(db: Db, householdId: number): Day | undefined {
  const day = db.prepare('select max(visited_on) from visit where household_id = ?').pluck().get(householdId);
  return (day as Day | null) ?? undefined;
}

/** The day of the last visit by a pair, if any. */
export function lastVisitBy(db: Db, pairId: number): Day | undefined {
  const day = db.prepare('select max(visited_on) from visit where pair_id = ? and mode = ?').pluck();
  const days = ['home', 'phone', 'absent'].map(mode => day.get(pairId, mode) as Day | null).filter(d => d !== null);
  return days.sort().at(-1);
}

export interface NewHousehold {
  readonly code: string;
  readonly unit_id: number;
  readonly head_name: string;
  readonly people: number | null;
  readonly phone: string;
  readonly address: string;
  readonly from_on: Day;
  readonly to_on: Day;
}

export function householdWriter(db: Db) {
  const insert = db.prepare(
    'insert into household (code, unit_id, head_name, people, phone, address, from_on, to_on, import_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return (h: NewHousehold, importId: number | undefined): void => {
    insert.run(h.code, h.unit_id, h.head_name, h.people, h.phone, h.address, h.from_on, h.to_on, importId ?? null);
  };
}

export const HOUSEHOLD_FIELDS = ['head_name', 'people', 'phone', 'address', 'from_on', 'to_on'] as const;

/** Changes a household's present values, all in one statement: both ends of its time may move together. */
export function updateHousehold(db: Db, id: number, changes: readonly Change[]): void {
  const fields = changes.map(change => HOUSEHOLD_FIELDS.find(field => field === change.field) ?? unknown(change.field));
  const set = fields.map(field => `${field} = ?`).join(', ');
  db.prepare(`update household set ${set} where id = ?`).run(...changes.map(change => change.new), id);
}

function unknown(field: string): never {
  throw new Error(`a household has no field ${field}`);
}

export interface NewAssignment {
  readonly household_id: number;
  readonly pair_id: number;
  readonly responsible_id: number;
  readonly from_on: Day;
  readonly to_on: Day;
}

export function assignmentWriter(db: Db) {
  const insert = db.prepare(
    'insert into assignment (household_id, pair_id, responsible_id, from_on, to_on, import_id) values (?, ?, ?, ?, ?, ?)',
  );
  return (a: NewAssignment, importId?: number): void => {
    insert.run(a.household_id, a.pair_id, a.responsible_id, a.from_on, a.to_on, importId ?? null);
  };
}

export interface Assigned extends NewAssignment {
  readonly id: number;
}

/** The day of the last visit that rests on an assignment (a stand-in's rests on none), if any. */
function lastVisitUnder(db: Db, assigned: Assigned): Day | undefined {
  const day = db
    .prepare(
      `select max(visited_on) from visit where household_id = ? and pair_id = ? and substitute = 0
       and visited_on >= ? and visited_on < ?`,
    )
    .pluck()
    .get(assigned.household_id, assigned.pair_id, assigned.from_on, assigned.to_on);
  return (day as Day | null) ?? undefined;
}

/** The first day from which something rests on a household: a visit or an assignment. */
export function firstGroundOf(db: Db, householdId: number): Day | undefined {
  const visit = db.prepare('select min(visited_on) from visit where household_id = ?').pluck().get(householdId);
  const assigned = db.prepare('select min(from_on) from assignment where household_id = ?').pluck().get(householdId);
  return [visit, assigned].filter(day => day !== null).sort()[0] as Day | undefined;
}

/** Ends an assignment on a day, after the last visit under it; one that has not begun by then is taken away. */
export function endAssignment(db: Db, assigned: Assigned, on: Day, stamp: Stamp): void {
  const late = visitedLater(lastVisitUnder(db, assigned), on);
  if (late) refuse(late);
  if (on <= assigned.from_on) db.prepare('delete from assignment where id = ?').run(assigned.id);
  else db.prepare('update assignment set to_on = ? where id = ?').run(on, assigned.id);
  recordChanges(db, 'assignment', assigned.id, [{ field: 'to_on', old: assigned.to_on, new: on }], stamp);
}

/**
 * Lets a household be looked after by another pair from a day on, for as long as the old assignment would have lasted.
 * One that begins only then is changed in place.
 */
export function reassign(
  db: Db,
  assigned: Assigned,
  pairId: number,
  responsibleId: number,
  on: Day,
  stamp: Stamp,
): void {
  if (on > assigned.from_on) {
    endAssignment(db, assigned, on, stamp);
    assignmentWriter(db)({ ...assigned, pair_id: pairId, responsible_id: responsibleId, from_on: on });
    return;
  }
  const late = pairId === assigned.pair_id ? undefined : visitedLater(lastVisitUnder(db, assigned), on);
  if (late) refuse(late);
  const change = (field: string, table: 'pair' | 'cadre', before: number, after: number) => ({
    field,
    old: codeOf(db, table, before),
    new: codeOf(db, table, after),
  });
  const changes = [
    change('pair_code', 'pair', assigned.pair_id, pairId),
    change('responsible_cadre', 'cadre', assigned.responsible_id, responsibleId),
  ].filter(({ old, new: value }) => old !== value);
  db.prepare('update assignment set pair_id = ?, responsible_id = ? where id = ?').run(
    pairId,
    responsibleId,
    assigned.id,
  );
  recordChanges(db, 'assignment', assigned.id, changes, stamp);
}

function codeOf(db: Db, table: 'household' | 'pair' | 'cadre', id: number): string {
  return db.prepare(`select code from ${table} where id = ?`).pluck().get(id) as string;
}

/** The assignments of a pair that still last after a day. */
export function assignmentsOfPair(db: Db, pairId: number, on: Day): Assigned[] {
  return db.prepare('select * from assignment where pair_id = ? and to_on > ?').all(pairId, on) as Assigned[];
}

/** The assignments of a household that still last after a day. */
export function assignmentsOfHousehold(db: Db, householdId: number, on: Day): Assigned[] {
  return db.prepare('select * from assignment where household_id = ? and to_on > ?').all(householdId, on) as Assigned[];
}

/** Adds a pair that takes over from another one; its code is the old one with the next free number. */
export function succeedPair(
  db: Db,
  old: { code: string; unit_id: number; to_on: Day },
  a: number,
  b: number,
  on: Day,
): { id: number; code: string } {
  const base = old.code.replace(/~\d+$/, '');
  const taken = new Set(
    db.prepare("select code from pair where code = ? or code like ? || '~%'").pluck().all(base, base),
  );
  let serial = 2;
  while (taken.has(`${base}~${serial}`)) serial++;
  const code = `${base}~${serial}`;
  const id = pairWriter(db)(
    { code, unit_id: old.unit_id, cadre_a: a, cadre_b: b, from_on: on, to_on: old.to_on },
    undefined,
  );
  return { id, code };
}

/** Households active on a day that nobody is assigned to, in order of their codes. */
export function unassignedHouseholds(db: Db, day: Day) {
  return rows(
    db,
    selectFrom('household as h')
      .select(['h.code', 'h.head_name', 'h.unit_id', 'h.from_on'])
      .where('h.from_on', '<=', day)
      .where('h.to_on', '>', day)
      .where(eb =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('assignment as a')
              .select('a.id')
              .whereRef('a.household_id', '=', 'h.id')
              .where('a.from_on', '<=', day)
              .where('a.to_on', '>', day),
          ),
        ),
      )
      .orderBy('h.code'),
  );
}

/** How many households each pair looks after on a day, by pair id. */
export function loadOfPairs(db: Db, day: Day): Map<number, number> {
  const loads = rows(
    db,
    selectFrom('assignment')
      .select(eb => ['pair_id', eb.fn.countAll<number>().as('households')])
      .where('from_on', '<=', day)
      .where('to_on', '>', day)
      .groupBy('pair_id'),
  );
  return new Map(loads.map(load => [load.pair_id, load.households]));
}

/** Households keep a village's or community's unit open. */
export const householdWork: readonly OpenWork[] = [
  {
    what: { zh: '在册户', en: 'active households' },
    one: 'active household',
    count: async (db, unitId, on) =>
      rows(db, selectFrom('household').select('id').where('unit_id', '=', unitId).where('to_on', '>', on)).length,
  },
];
