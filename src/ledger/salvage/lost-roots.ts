import type { Db } from '../sqlite.ts';
import type { Defined } from './editions.ts';
import { canBeOf } from './record-fit.ts';
import type { FoundSchema } from './roots.ts';
import { openWithOnly } from './single-table.ts';
import { firstRows } from './table-rows.ts';
import { shapeOf, writerInto } from './table-writer.ts';
import { type LooseTree, looseTrees } from './trees.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A table and a tree that can be its own. */
interface Pair {
  readonly table: string;
  readonly root: number;
  /** Whether a new ledger has it there, and whether each row has all columns: what speaks for a pair before others. */
  readonly isUsual: boolean;
  readonly isFull: boolean;
}

/**
 * Where tables begin whose rows of the schema are lost: at the trees to which nothing leads any more and whose rows are of
 * that table and of no other. `fresh` is a new ledger of the same version: its tables begin at the same pages, unless the
 * file was written anew.
 */
export function lostRoots(copy: WorkingCopy, found: FoundSchema, fresh: Db, defined: readonly Defined[]) {
  const lost = defined.filter(({ name }) => !found.tables.has(name));
  if (lost.length === 0) return new Map<string, number>();
  const known = [...found.tables.values()].map(({ root }) => root);
  const trees = looseTrees(copy, new Set([...known, ...found.indexRoots]));
  const usual = usualRoots(fresh, found);
  return chosen(lost.flatMap(table => pairsOf(copy, fresh, table, trees, usual.get(table.name))));
}

/** Where a new ledger has its tables, if this one has most of those that are known there, too. */
function usualRoots(fresh: Db, { tables }: FoundSchema): ReadonlyMap<string, number> {
  const rows = fresh.prepare("select name, rootpage from sqlite_schema where type = 'table'").raw().all();
  const usual = new Map(rows as [string, number][]);
  const same = [...tables].filter(([name, { root }]) => usual.get(name) === root);
  return same.length > tables.size * MOST ? usual : new Map();
}

const MOST = 0.8;

function pairsOf(
  copy: WorkingCopy,
  fresh: Db,
  table: Defined,
  trees: readonly LooseTree[],
  usual: number | undefined,
): Pair[] {
  const { hasNumbers, kept } = shapeOf(fresh, table.name, table.sql);
  return trees.flatMap(({ root, isNumbered, records }) => {
    const isUsual = root === usual;
    if (isNumbered !== hasNumbers || !records.every(({ kinds }) => canBeOf(kinds, kept))) return [];
    // A tree without rows may be of any table.
    if (records.length === 0 ? !isUsual : !takesRows(copy, fresh, table, root)) return [];
    return [{ table: table.name, root, isUsual, isFull: records.every(({ kinds }) => kinds.length === kept.length) }];
  });
}

/** Whether a table takes the first rows of a tree as its own. */
function takesRows(copy: WorkingCopy, fresh: Db, { name, sql }: Defined, root: number): boolean {
  const source = openWithOnly(copy, { name, sql, root });
  fresh.pragma('foreign_keys = off');
  fresh.exec('begin');
  try {
    const triggers = fresh.prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = ?").pluck();
    for (const trigger of triggers.all(name)) fresh.exec(`drop trigger ${trigger}`);
    fresh.exec(`delete from ${name}`);
    const shape = shapeOf(fresh, name, sql);
    const writer = writerInto(fresh, shape);
    const rows = firstRows(source, name, shape.columns, shape.hasNumbers);
    for (const row of rows) writer.add(row);
    return rows.length > 0 && writer.count() === rows.length;
  } finally {
    fresh.exec('rollback');
    source.close();
  }
}

/** The pairs that speak for themselves: first those at the usual place, then those of which neither side has another. */
function chosen(pairs: readonly Pair[]): Map<string, number> {
  const roots = new Map<string, number>();
  const open = () => pairs.filter(({ table, root }) => !roots.has(table) && ![...roots.values()].includes(root));
  const isOnly = (pair: Pair, among: readonly Pair[]) =>
    among.every(other => other === pair || (other.table !== pair.table && other.root !== pair.root));
  for (const { table, root } of pairs.filter(({ isUsual }) => isUsual)) roots.set(table, root);
  for (const choose of [({ isFull }: Pair) => isFull, () => true]) {
    const left = open().filter(choose);
    for (const pair of left) if (isOnly(pair, left)) roots.set(pair.table, pair.root);
  }
  return roots;
}
