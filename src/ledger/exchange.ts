import { existsSync, linkSync, renameSync, statSync } from 'node:fs';
import { COMPANIONS } from '../disk/unfinished.ts';
import { Failure } from '../kernel/failure.ts';
import { inUse } from './problems.ts';
import { connect, type Db } from './sqlite.ts';

/**
 * Runs something while no other process has a ledger open; throws a Failure of kind `ledger` (exit 6) where one has. A file
 * that SQLite cannot open is nobody's. The ledger can be looked at through the connection that holds it alone. Windows refuses to move an open file by itself.
 */
export function whileAlone<T>(path: string, work: (held: Db | undefined) => T): T {
  const holder = process.platform === 'win32' || !existsSync(path) ? undefined : holdAlone(path);
  try {
    return work(holder);
  } finally {
    // SQLite sees that the file was moved meanwhile, and leaves it and its log as they are.
    holder?.close();
  }
}

/** Whoever reads is done by then; a long import is not waited for. */
const PATIENCE_MS = 3000;

function holdAlone(path: string): Db | undefined {
  let db: Db | undefined;
  try {
    db = connect(path);
    takeAlone(db, path);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Failure) throw error;
    return undefined;
  }
}

/** From here on only this connection has a ledger open, which may be attached to it. Throws a Failure where another has it. */
export function takeAlone(db: Db, path: string, schema = 'main'): void {
  try {
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
    db.pragma(`${schema}.locking_mode = exclusive`);
    db.exec('begin exclusive');
    db.exec('rollback');
  } catch (error) {
    throw String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY') ? inUse(path) : error;
  }
}

/**
 * Gives a ledger a second name, together with what SQLite keeps beside it: its place is not empty, not even for an instant,
 * until another file is put there. What is only in the log goes into the file first, where SQLite can still do that.
 */
export function setAside(from: string, to: string, held: Db | undefined): void {
  foldLog(held);
  if (existsSync(from)) nameAgain(from, to);
  for (const ending of COMPANIONS)
    if (statSync(from + ending, { throwIfNoEntry: false })) renameSync(from + ending, to + ending);
}

/** A damaged ledger keeps its log beside it, under the other name. */
function foldLog(held: Db | undefined): void {
  try {
    held?.pragma('wal_checkpoint(truncate)');
  } catch {}
}

/** A disk without links (FAT) leaves the place empty for an instant. */
function nameAgain(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    renameSync(from, to);
  }
}
