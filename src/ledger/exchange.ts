import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { COMPANIONS } from '../disk/unfinished.ts';
import { Failure } from '../kernel/failure.ts';
import { inUse } from './problems.ts';
import { connectAlone, type Db } from './sqlite.ts';

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

function holdAlone(path: string): Db | undefined {
  let db: Db | undefined;
  try {
    db = connectAlone(path);
    takeAlone(db);
    return db;
  } catch (error) {
    db?.close();
    const found = inUseIfBusy(error, path);
    if (found instanceof Failure) throw found;
    return undefined;
  }
}

/** Has what was opened alone to itself from here on. */
export function takeAlone(db: Db): void {
  db.exec('begin exclusive');
  db.exec('rollback');
}

/** What SQLite says where another has a ledger open, as a Failure; any other error unchanged. */
export function inUseIfBusy(error: unknown, path: string): unknown {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_BUSY') ? inUse(path) : error;
}

/**
 * Gives a ledger a second name, together with what SQLite keeps beside it: its place is not empty, not even for an instant,
 * until another file is put there. What is only in the log goes into the file first, where SQLite can still do that.
 */
export function setAside(from: string, to: string, held: Db | undefined): void {
  foldLog(held);
  if (existsSync(from)) nameAgain(from, to);
  if (held) removeUsedUp(from);
  for (const ending of COMPANIONS)
    if (statSync(from + ending, { throwIfNoEntry: false })) renameSync(from + ending, to + ending);
}

/** Takes away what SQLite kept beside a ledger that is held alone and all of which is in its file. */
export function removeUsedUp(path: string): void {
  if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size) return;
  for (const ending of COMPANIONS) rmSync(path + ending, { force: true });
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
