import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { type Act, recordChanges } from '../ledger/events.ts';
import { readSetting } from '../ledger/settings.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import type { OpenWork } from './open-work.ts';
import { treeOn, type UnitTerm, type UnitTree } from './tree.ts';

/** All terms of all units: a few hundred rows. */
export function allTerms(handle: Sqlite): UnitTerm[] {
  return handle
    .prepare('select unit_id, code, name, level, parent_id, from_on, to_on from unit_term order by code, from_on')
    .all() as UnitTerm[];
}

/** The tree of a day. */
export function loadTree(handle: Sqlite, day: Day): UnitTree {
  return treeOn(allTerms(handle), day);
}

/** The banner's own code, as `init` set it. */
export function countyCode(handle: Sqlite): string | undefined {
  return readSetting(handle, 'county');
}

export type NewTerm = Omit<UnitTerm, 'unit_id'>;

/** Adds a unit with its first term; returns its id. */
export function insertUnit(handle: Sqlite, term: NewTerm, importId: number | undefined): number {
  const unitId = Number(
    handle.prepare('insert into unit (import_id) values (?)').run(importId ?? null).lastInsertRowid,
  );
  insertTerm(handle, unitId, term);
  return unitId;
}

/** Lets a unit's present term end on a day and another begin; on the term's own first day it is replaced. */
export function succeedTerm(handle: Sqlite, unitId: number, term: NewTerm): void {
  handle.prepare('delete from unit_term where unit_id = ? and from_on = ?').run(unitId, term.from_on);
  handle
    .prepare('update unit_term set to_on = ? where unit_id = ? and to_on > ?')
    .run(term.from_on, unitId, term.from_on);
  insertTerm(handle, unitId, term);
}

/** Lets a unit go on under another code; `unit` is what it is called on that day. */
export function recodeUnit(handle: Sqlite, unit: UnitTerm, code: string, act: Act): void {
  const { unit_id, ...term } = unit;
  succeedTerm(handle, unit_id, { ...term, code, from_on: act.on });
  recordChanges(handle, 'unit', unit_id, [{ field: 'code', old: unit.code, new: code }], act);
}

/** The span of a unit's latest term: only from within it can something change. */
export function presentTerm(handle: Sqlite, unitId: number): Span {
  return handle
    .prepare('select from_on, to_on from unit_term where unit_id = ? order by from_on desc limit 1')
    .get(unitId) as Span;
}

/** Ends a unit's present term. */
export function endUnit(handle: Sqlite, unitId: number, on: Day, act: Act): void {
  handle.prepare('update unit_term set to_on = ? where unit_id = ? and to_on = ?').run(on, unitId, OPEN_END);
  recordChanges(handle, 'unit', unitId, [{ field: 'to_on', old: OPEN_END, new: on }], act);
}

function insertTerm(handle: Sqlite, unitId: number, term: NewTerm): void {
  handle
    .prepare(
      'insert into unit_term (unit_id, code, name, level, parent_id, from_on, to_on) values (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(unitId, term.code, term.name, term.level, term.parent_id, term.from_on, term.to_on);
}

/** Units below keep a unit open. */
export const unitWork: readonly OpenWork[] = [
  {
    what: { zh: '下级机构', en: 'units below it' },
    one: 'unit below it',
    count: async (db, unitId, on) => {
      const terms = await db
        .selectFrom('unit_term')
        .select('id')
        .where('parent_id', '=', unitId)
        .where('to_on', '>', on)
        .execute();
      return terms.length;
    },
  },
];
