import { rmSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { placeNew, writeNew } from '../disk/file.ts';
import { syncPath } from '../disk/sync.ts';
import { COMPANIONS, discarded, unfinishedIn } from '../disk/unfinished.ts';
import type { Failure } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import type { Text } from '../kernel/text.ts';
import { newEncrypted } from './encryption/new-file.ts';
import type { FileKey } from './encryption/page-rules.ts';
import { HEADER, wasLedger } from './header.ts';
import { migrate, newLedger } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { demandReadable } from './place.ts';
import { alreadyThere, damaged, foreignFile, ledgerFailure, newer, readOnly, uncreatable } from './problems.ts';
import { fileOf, isForPlace, readIntoMemory } from './read-only.ts';
import { APPLICATION_ID, connect, type Db } from './sqlite.ts';
import { type UpgradeCopy, upgradeCopy } from './upgrade-copy.ts';

/**
 * Opens a ledger and brings it forward to this program's version, keeping a copy beside it first.
 * Throws a Failure of kind `ledger` (exit 6) where the file is missing, foreign, damaged, newer or busy.
 */
export function openLedger(path: string, migrations: readonly Migration[] = MIGRATIONS): Db {
  demandReadable(path);
  return guarded(path, () => broughtForward(connect(path), path, migrations));
}

/** The same for a command that only reads: a ledger in a place where nothing can be written is read all the same. */
export function openToRead(path: string, migrations: readonly Migration[] = MIGRATIONS): Db {
  demandReadable(path);
  return guarded(path, () => {
    try {
      return broughtForward(connect(path), path, migrations);
    } catch (error) {
      if (!isForPlace(error, path)) throw error;
      return broughtForward(readIntoMemory(path), path, migrations);
    }
  });
}

function broughtForward(db: Db, path: string, migrations: readonly Migration[]): Db {
  try {
    const version = versionOf(db, path);
    if (version > migrations.length) throw tooNew(path, version, migrations.length);
    if (version < migrations.length) upgrade(db, path, version, migrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Refuses to make a ledger where a file is (exit 4). */
export function demandNone(path: string, hint?: Text): void {
  if (entryAt(path)) throw alreadyThere(path, hint);
}

/** What is at a path; a folder that may not be entered is no place for a ledger. */
function entryAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unplaced(error, path);
  }
}

/**
 * Puts a new ledger into a file that appears only when it is complete, readable by its owner only. Refuses to touch an
 * existing file (exit 4).
 */
function keepLedger(db: Db, path: string): void {
  const unfinished = unfinishedIn(dirname(path));
  try {
    writeNew(unfinished, [fileOf(db)]);
    placeNew(unfinished, path);
  } catch (error) {
    discarded(unfinished);
    throw unplaced(error, path);
  }
}

/** A new ledger that has no place yet. */
export interface NewLedger {
  readonly db: Db;
  /** Puts it into its file, as `keepLedger` does. */
  keep(): void;
  /** Closes it; unless it was kept, nothing is left of it. */
  close(): void;
}

/** Begins a ledger in memory; one that is to be encrypted in a file, which is so from its first byte. */
export function beginLedger(path: string, key: FileKey | null): NewLedger {
  if (!key) {
    const db = newLedger();
    return { db, keep: () => keepLedger(db, path), close: () => db.close() };
  }
  const unfinished = unfinishedIn(dirname(path));
  try {
    const db = newLedger(MIGRATIONS, newEncrypted(unfinished, key));
    const close = () => {
      db.close();
      discarded(unfinished);
    };
    return { db, keep: () => placeEncrypted(db, unfinished, path), close };
  } catch (error) {
    discarded(unfinished);
    throw unplaced(error, path);
  }
}

function placeEncrypted(db: Db, unfinished: string, path: string): void {
  try {
    db.pragma('journal_mode = wal');
    db.close();
    syncPath(unfinished);
    placeNew(unfinished, path);
  } catch (error) {
    throw unplaced(error, path);
  }
}

function unplaced(error: unknown, path: string): unknown {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return alreadyThere(path);
  const reason = fileReason(error);
  return reason ? uncreatable(path, reason) : error;
}

/** A new ledger in its file, open. */
export function createLedger(path: string, migrations: readonly Migration[] = MIGRATIONS): Db {
  const db = newLedger(migrations);
  keepLedger(db, path);
  db.close();
  return connect(path);
}

/** Deletes a ledger with the files that SQLite keeps beside it. */
export function removeLedger(path: string): void {
  for (const suffix of ['', ...COMPANIONS]) rmSync(path + suffix, { force: true });
}

/** Steps that a newer program may have ahead of this one; a number far beyond is damage of the header. */
const MOST_AHEAD = 100;

function tooNew(path: string, version: number, known: number): Failure {
  return version > known + MOST_AHEAD ? damaged(path, HEADER) : newer(path, version, known);
}

function versionOf(db: Db, path: string): number {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw wasLedger(path) ? damaged(path, HEADER) : foreignFile(path);
  return db.pragma('user_version', { simple: true }) as number;
}

/** Brings a ledger forward under the write lock; one that is not new is copied first, so that nothing changes in between. */
function upgrade(db: Db, path: string, version: number, migrations: readonly Migration[]): void {
  db.exec('begin immediate');
  let copy: UpgradeCopy | undefined;
  try {
    if (versionOf(db, path) === version) {
      if (version > 0 && !db.memory) copy = upgradeCopy(path, version);
      migrate(db, version, migrations);
      copy?.keep();
    }
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    copy?.discard();
    throw error;
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isForPlace(error, path) ? readOnly(path) : ledgerFailure(error, path);
  }
}
