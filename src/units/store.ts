import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { mapped } from '../kernel/mapped.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { count, deleteFrom, insertInto, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Merger } from './merger.ts';
import type { OpenWork } from './open-work.ts';
import { treeOn, type UnitTerm, type UnitTree, unitLives, unitsByCode, unitsWithin } from './tree.ts';

/** All terms of all units: a few hundred rows. */
function allTerms(db: Db): UnitTerm[] {
  const query = selectFrom('unit_term')
    .select(['unit_id', 'code', 'name', 'level', 'parent_id', 'from_on', 'to_on'])
    .orderBy('code')
    .orderBy('from_on');
  return rows(db, query);
}

export function loadTree(db: Db, day: Day): UnitTree {
  const tree = treeOn(allTerms(db), day);
  return { ...tree, mergedInto: mergersBy(db, tree) };
}

/** The units that were merged into others by the day of a tree, and into which. */
function mergersBy(db: Db, { units, day }: UnitTree): Map<number, number> {
  const merged = rows(db, selectFrom('unit').select(['id', 'merged_into']).where('merged_into', 'is not', null));
  return new Map(
    merged.flatMap(({ id, merged_into: into }) =>
      into !== null && (units.get(id)?.to_on ?? OPEN_END) <= day ? [[id, into] as const] : [],
    ),
  );
}

/** The day that a list is about (by default today), its tree, and which units are below the one that was asked for. */
export function placesOn(
  { db, today }: { readonly db: Db; readonly today: Day },
  { on = today, unit }: { readonly on?: Day | undefined; readonly unit?: string | undefined },
) {
  const tree = loadTree(db, on);
  const units = unitsWithin(tree, unit);
  return { day: on, tree, units, has: ({ unit_id }: { readonly unit_id: number }) => !units || units.has(unit_id) };
}

/** Every unit with its whole span, by each code that files may use for it, and the present code of each. */
export function loadUnits(db: Db) {
  const terms = allTerms(db);
  const codes = new Map(unitLives(terms).map(({ unit_id, code }) => [unit_id, code]));
  return { terms, byCode: unitsByCode(terms), codeOf: (unitId: number) => mapped(codes, unitId) };
}

export type NewTerm = Omit<UnitTerm, 'unit_id'>;

/** Adds a unit with its first term; returns its id. */
export function insertUnit(db: Db, term: NewTerm, importId: number | undefined): number {
  const { id } = run(db, insertInto('unit').values({ import_id: importId ?? null }));
  run(db, insertInto('unit_term').values({ ...term, unit_id: id }));
  return id;
}

/** Ends a unit’s present term on a day and begins another; on the term’s own first day it is replaced. */
export function succeedTerm(db: Db, unitId: number, term: NewTerm): void {
  const { from_on } = term;
  const replaced = deleteFrom('unit_term').where('unit_id', '=', unitId).where('from_on', '=', from_on);
  const ended = updateTable('unit_term').set({ to_on: from_on }).where('unit_id', '=', unitId);
  run(db, replaced);
  run(db, ended.where('to_on', '>', from_on));
  run(db, insertInto('unit_term').values({ ...term, unit_id: unitId }));
}

/** Gives a unit another code; `unit` is its term on that day. */
export function recodeUnit(db: Db, unit: UnitTerm, code: string, stamp: Stamp): void {
  const { unit_id, ...term } = unit;
  succeedTerm(db, unit_id, { ...term, code, from_on: stamp.on });
  recordChanges(db, 'unit', unit_id, [{ field: 'code', old: unit.code, new: code }], stamp);
}

/** The span of a unit’s latest term: a change takes effect within it. */
export function presentTerm(db: Db, unitId: number): Span {
  const terms = selectFrom('unit_term').select(['from_on', 'to_on']).where('unit_id', '=', unitId);
  const term = row(db, terms.orderBy('from_on', 'desc'));
  if (!term) throw new Error(`unit ${unitId} has no term`);
  return term;
}

export function endUnit(db: Db, unitId: number, stamp: Stamp): void {
  const ended = updateTable('unit_term').set({ to_on: stamp.on }).where('unit_id', '=', unitId);
  run(db, ended.where('to_on', '=', OPEN_END));
  recordChanges(db, 'unit', unitId, [{ field: 'to_on', old: OPEN_END, new: stamp.on }], stamp);
}

/** Ends a unit on a day on which it is merged into another one. */
export function mergeUnit(db: Db, { from, into, stamp }: Merger): void {
  run(db, updateTable('unit').set({ merged_into: into.unit_id }).where('id', '=', from.unit_id));
  endUnit(db, from.unit_id, stamp);
  recordChanges(db, 'unit', from.unit_id, [{ field: 'merged_into', old: null, new: into.code }], stamp);
}

/** Units below keep a unit open. */
export const unitWork: OpenWork = {
  what: { zh: '下级机构', en: 'units below it' },
  one: 'unit below it',
  count: (db, unitId, on) => count(db, selectFrom('unit_term').where('parent_id', '=', unitId).where('to_on', '>', on)),
};
