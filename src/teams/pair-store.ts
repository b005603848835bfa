import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { inserter, rows, run, selectFrom, updateTable, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { PAIR_TITLE } from './pair.ts';
import { successorCode } from './rules.ts';

/** All pairs with the codes and names of their two cadres, in order of their codes. */
export function pairRows(db: Db) {
  const query = selectFrom('pair as p')
    .innerJoin('cadre as a', 'a.id', 'p.cadre_a')
    .innerJoin('cadre as b', 'b.id', 'p.cadre_b')
    .select(['p.id', 'p.code', 'p.unit_id', 'p.cadre_a', 'p.cadre_b', 'p.from_on', 'p.to_on'])
    .select(['a.code as code_a', 'b.code as code_b', 'a.name as name_a', 'b.name as name_b'])
    .orderBy('p.code');
  return rows(db, query);
}

export type PairRecord = ReturnType<typeof pairRows>[number];

export function pairCoded(db: Db, code: string): PairRecord {
  return pairRows(db).find(pair => pair.code === code) ?? notFound(PAIR_TITLE, code);
}

/** The pairs of which a cadre is a member on a day, in order of their codes. */
export function pairsOn(db: Db, cadreId: number, on: Day) {
  return rows(db, pairsOf(cadreId).selectAll().where('from_on', '<=', on).where('to_on', '>', on).orderBy('code'));
}

/** The codes of the pairs of which a cadre is a member on a day or later. */
export function openPairCodes(db: Db, cadreId: number, on: Day): string[] {
  return values(db, pairsOf(cadreId).select('code').where('to_on', '>', on).orderBy('code'));
}

function pairsOf(cadreId: number) {
  return selectFrom('pair').where(eb => eb.or([eb('cadre_a', '=', cadreId), eb('cadre_b', '=', cadreId)]));
}

/** Inserts pairs; returns the new pair’s id. */
export function pairWriter(db: Db) {
  return inserter(db, 'pair', ['code', 'unit_id', 'cadre_a', 'cadre_b', 'from_on', 'to_on', 'import_id']);
}

/** Adds the pair that goes on where one of an old pair’s members is replaced; its code is the old one with the next number. */
export function succeedPair(
  db: Db,
  old: Pick<PairRecord, 'code' | 'unit_id' | 'to_on'>,
  [cadre_a, cadre_b]: readonly [number, number],
  on: Day,
) {
  const codes = values(db, selectFrom('pair').select('code'));
  const code = successorCode(old.code, codes);
  const { unit_id, to_on } = old;
  return { id: pairWriter(db)({ code, unit_id, cadre_a, cadre_b, from_on: on, to_on, import_id: null }), code };
}

/** The pairs of a unit that last beyond a day, in order of their codes. */
export function pairsAtMerger(db: Db, unitId: number, on: Day) {
  return rows(db, selectFrom('pair').selectAll().where('unit_id', '=', unitId).where('to_on', '>', on).orderBy('code'));
}

/** Gives a pair that has not begun to another team. */
export function transferPair(db: Db, id: number, unitId: number): void {
  run(db, updateTable('pair').set({ unit_id: unitId }).where('id', '=', id));
}

export function endPair(db: Db, pair: { readonly id: number; readonly to_on: Day }, stamp: Stamp): void {
  run(db, updateTable('pair').set({ to_on: stamp.on }).where('id', '=', pair.id));
  recordChanges(db, 'pair', pair.id, [{ field: 'to_on', old: pair.to_on, new: stamp.on }], stamp);
}
