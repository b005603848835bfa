import { dirname } from 'node:path';
import { writeNew } from '../../disk/file.ts';
import { syncPath } from '../../disk/sync.ts';
import { discarded, unfinishedIn } from '../../disk/unfinished.ts';
import { keyOf } from '../encryption/keys.ts';
import { newEncrypted } from '../encryption/new-file.ts';
import type { FileKey } from '../encryption/page-rules.ts';
import { wasLedger } from '../header.ts';
import { newLedger } from '../migrate.ts';
import { MIGRATIONS } from '../migrations.ts';
import { foreignFile, unreadable } from '../problems.ts';
import { fileOf } from '../read-only.ts';
import { connect, type Db } from '../sqlite.ts';
import { type Defined, tablesOf, versionWith } from './editions.ts';
import { lostRoots } from './lost-roots.ts';
import { type FoundSchema, schemaIn } from './roots.ts';
import { type FoundTable, openWithOnly } from './single-table.ts';
import { type Lost, rowsAround, rowsFromBothEnds } from './table-rows.ts';
import { type Shape, shapeOf, type Writer, writerInto } from './table-writer.ts';
import { type WorkingCopy, workingCopy } from './working-copy.ts';

/** What became of one table. */
export interface SalvagedTable {
  readonly table: string;
  readonly saved: number;
  /** Numbers of rows that are lost; undefined where nobody knows which. */
  readonly lost: readonly Lost[] | undefined;
  /** How many rows are those of a new ledger, in the place of rows that are lost. */
  readonly asNew: number;
}

/** What could be saved of a damaged ledger, in a file that has no name of its own yet. */
export interface Salvaged {
  readonly unfinished: string;
  readonly tables: readonly SalvagedTable[];
  readonly isWithoutLog: boolean;
}

/**
 * Saves what can be read of a damaged ledger into a new one: the schema from the steps that make a ledger, the rows table by
 * table, around the pages that cannot be read. The damaged file is only copied.
 */
export function salvaged(damaged: string, to: string, progress: (done: number, total: number) => void): Salvaged {
  const source = unfinishedIn(dirname(to));
  const unfinished = unfinishedIn(dirname(to));
  try {
    const copy = workingCopy(damaged, source);
    const schema = schemaIn(copy);
    const version = versionWith(schema.tables, copy.saidVersion);
    const fresh = newLedger(MIGRATIONS.slice(0, version));
    demandLedger(damaged, schema, fresh);
    const roots = allRoots(copy, schema, fresh);
    if (roots.size === 0) throw unreadable(damaged);
    placeFresh(unfinished, fresh, version, keyOf(damaged));
    const tables = filled(unfinished, fresh, copy, roots, progress);
    fresh.close();
    syncPath(unfinished);
    return { unfinished, tables, isWithoutLog: copy.isWithoutLog };
  } catch (error) {
    discarded(unfinished);
    throw error;
  } finally {
    discarded(source);
  }
}

/** Puts a new ledger into a file, for what is saved; that of an encrypted one is encrypted with the same key. */
function placeFresh(path: string, fresh: Db, version: number, key: FileKey | null): void {
  if (!key) {
    writeNew(path, [fileOf(fresh)]);
    return;
  }
  const db = newLedger(MIGRATIONS.slice(0, version), newEncrypted(path, key));
  db.pragma('journal_mode = wal');
  db.close();
}

/** So many tables that are defined like ours are no accident: their file was a ledger, whatever its header has become. */
const ENOUGH = 3;

function demandLedger(path: string, { tables }: FoundSchema, fresh: Db): void {
  const own = tablesOf(fresh).filter(({ name, sql }) => tables.get(name)?.sql === sql);
  if (own.length < ENOUGH && !wasLedger(path)) throw foreignFile(path);
}

/** Where each table begins: as the schema says, or where its rows were found. */
function allRoots(copy: WorkingCopy, schema: FoundSchema, fresh: Db): ReadonlyMap<string, number> {
  const said = [...schema.tables].map(([name, { root }]) => [name, root] as const);
  return new Map([...said, ...lostRoots(copy, schema, fresh, tablesOf(fresh))]);
}

/** Fills a new ledger, whose triggers and references wait until the rows are there. */
function filled(
  path: string,
  fresh: Db,
  copy: WorkingCopy,
  roots: ReadonlyMap<string, number>,
  progress: (done: number, total: number) => void,
): SalvagedTable[] {
  const target = connect(path);
  try {
    target.pragma('foreign_keys = off');
    const triggers = target.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as Defined[];
    const tables = tablesOf(fresh);
    target.exec('begin immediate');
    for (const { name } of triggers) target.exec(`drop trigger ${name}`);
    for (const { name } of tables) target.exec(`delete from ${name}`);
    const found = tables.map((table, done) => {
      progress(done, tables.length);
      return tableInto(target, fresh, copy, table, roots.get(table.name));
    });
    for (const { sql } of triggers) target.exec(sql);
    target.exec('commit');
    return found;
  } finally {
    target.close();
  }
}

/** Reads the rows of a table into the new ledger; of those that are lost, what every new ledger has is put in again. */
function tableInto(
  target: Db,
  fresh: Db,
  copy: WorkingCopy,
  { name, sql }: Defined,
  root: number | undefined,
): SalvagedTable {
  const shape = shapeOf(target, name, sql);
  const into = writerInto(target, shape);
  const lost = root === undefined ? undefined : lostOf(copy, { name, sql, root }, shape, into);
  const saved = into.count();
  // Rows that only have a number would be put in twice.
  if (lost?.length !== 0 && (shape.isNumberShown || !shape.hasNumbers))
    rowsFromBothEnds(fresh, name, shape.columns, shape.key, into.addMissing);
  return { table: name, saved, lost, asNew: into.count() - saved };
}

function lostOf(
  copy: WorkingCopy,
  table: FoundTable,
  { columns, key, hasNumbers }: Shape,
  into: Writer,
): Lost[] | undefined {
  const db = openWithOnly(copy, table);
  try {
    if (hasNumbers) return [...rowsAround(db, table.name, columns, into.add), ...into.refused];
    return rowsFromBothEnds(db, table.name, columns, key, into.add) ? [] : undefined;
  } catch {
    return undefined;
  } finally {
    db.close();
  }
}
