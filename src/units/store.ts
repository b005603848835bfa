import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import { readSetting } from '../ledger/settings.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { OpenWork } from './open-work.ts';
import { treeOn, type UnitTerm, type UnitTree } from './tree.ts';

/** All terms of all units: a few hundred rows. */
export function allTerms(db: Db): UnitTerm[] {
  return db
    .prepare('select unit_id, code, name, level, parent_id, from_on, to_on from unit_term order by code, from_on')
    .all() as UnitTerm[];
}

/** The tree of a day. */
export function loadTree(db: Db, day: Day): UnitTree {
  return treeOn(allTerms(db), day);
}

/** The banner's own code, as `init` set it. */
export function countyCode(db: Db): string | undefined {
  return readSetting(db, 'county');
}

export type NewTerm = Omit<UnitTerm, 'unit_id'>;

/** Adds a unit with its first term; returns its id. */
export function insertUnit(db: Db, term: NewTerm, importId: number | undefined): number {
  const unitId = Number(db.prepare('insert into unit (import_id) values (?)').run(importId ?? null).lastInsertRowid);
  insertTerm(db, unitId, term);
  return unitId;
}

/** Lets a unit's present term end on a day and another begin; on the term's own first day it is replaced. */
export function succeedTerm(db: Db, unitId: number, term: NewTerm): void {
  db.prepare('delete from unit_term where unit_id = ? and from_on = ?').run(unitId, term.from_on);
  db.prepare('update unit_term set to_on = ? where unit_id = ? and to_on > ?').run(term.from_on, unitId, term.from_on);
  insertTerm(db, unitId, term);
}

/** Lets a unit go on under another code; `unit` is what it is called on that day. */
export function recodeUnit(db: Db, unit: UnitTerm, code: string, stamp: Stamp): void {
  const { unit_id, ...term } = unit;
  succeedTerm(db, unit_id, { ...term, code, from_on: stamp.on });
  recordChanges(db, 'unit', unit_id, [{ field: 'code', old: unit.code, new: code }], stamp);
}

/** The span of a unit's latest term: only from within it can something change. */
export function presentTerm(db: Db, unitId: number): Span {
  return db
    .prepare('select from_on, to_on from unit_term where unit_id = ? order by from_on desc limit 1')
    .get(unitId) as Span;
}

/** Ends a unit's present term. */
export function endUnit(db: Db, unitId: number, on: Day, stamp: Stamp): void {
  db.prepare('update unit_term set to_on = ? where unit_id = ? and to_on = ?').run(on, unitId, OPEN_END);
  recordChanges(db, 'unit', unitId, [{ field: 'to_on', old: OPEN_END, new: on }], stamp);
}

function insertTerm(db: Db, unitId: number, term: NewTerm): void {
  db.prepare(
    'insert into unit_term (unit_id, code, name, level, parent_id, from_on, to_on) values (?, ?, ?, ?, ?, ?, ?)',
  ).run(unitId, term.code, term.name, term.level, term.parent_id, term.from_on, term.to_on);
}

/** Units below keep a unit open. */
export const unitWork: readonly OpenWork[] = [
  {
    what: { zh: '下级机构', en: 'units below it' },
    one: 'unit below it',
    count: async (db, unitId, on) => {
      const terms = rows(
        db,
        selectFrom('unit_term').select('id').where('parent_id', '=', unitId).where('to_on', '>', on),
      );
      return terms.length;
    },
  },
];
