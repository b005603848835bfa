import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { refuse } from '../kernel/failure.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { foreignFile, ledgerFailure, missing, newer, readOnly, uncreatable } from './problems.ts';
import { isForPlace, readIntoMemory } from './read-only.ts';
import { APPLICATION_ID, connect, type Db } from './sqlite.ts';

/**
 * Opens a ledger and brings it forward to this program's version, keeping a copy beside it first.
 * Throws a Failure of kind `ledger` (exit 6) where the file is missing, foreign, damaged, newer or busy.
 */
export function openLedger(path: string, migrations: readonly Migration[] = MIGRATIONS): Db {
  demandFile(path);
  return guarded(path, () => broughtForward(connect(path), path, migrations));
}

/** The same for a command that only reads: a ledger in a place where nothing can be written is read all the same. */
export function openToRead(path: string, migrations: readonly Migration[] = MIGRATIONS): Db {
  demandFile(path);
  return guarded(path, () => {
    try {
      return broughtForward(connect(path), path, migrations);
    } catch (error) {
      if (!isForPlace(error, path)) throw error;
      return broughtForward(readIntoMemory(path), path, migrations);
    }
  });
}

function demandFile(path: string): void {
  if (!existsSync(path) || statSync(path).isDirectory()) throw missing(path);
}

function broughtForward(db: Db, path: string, migrations: readonly Migration[]): Db {
  try {
    const version = versionOf(db, path);
    if (version > migrations.length) throw newer(path, version, migrations.length);
    if (version < migrations.length) upgrade(db, path, version, migrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Creates a new ledger, readable by its owner only; refuses to touch an existing file (exit 4). */
export function createLedger(path: string, migrations: readonly Migration[] = MIGRATIONS): Db {
  claim(path);
  return guarded(path, () => {
    try {
      const db = connect(path);
      db.pragma('journal_mode = wal');
      db.pragma(`application_id = ${APPLICATION_ID}`);
      upgrade(db, path, 0, migrations);
      return db;
    } catch (error) {
      removeLedger(path);
      throw error;
    }
  });
}

/** Deletes a ledger with the files that SQLite keeps beside it. */
export function removeLedger(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

function claim(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      refuse(
        { zh: `${path} 已存在，不会覆盖`, en: `${path} already exists and is not overwritten` },
        {
          zh: '请用 --ledger 另指一个文件名，或直接使用现有台账',
          en: 'Name another file with --ledger, or use the existing ledger',
        },
      );
    throw uncreatable(path);
  }
}

function versionOf(db: Db, path: string): number {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw foreignFile(path);
  return db.pragma('user_version', { simple: true }) as number;
}

/** Brings a ledger forward under the write lock; one that is not new is copied first, so that nothing changes in between. */
function upgrade(db: Db, path: string, version: number, migrations: readonly Migration[]): void {
  db.exec('begin immediate');
  try {
    if (versionOf(db, path) === version) {
      if (version > 0 && !db.memory) keepCopy(path, version);
      for (const migration of migrations.slice(version))
        if (typeof migration === 'string') db.exec(migration);
        else migration(db);
      db.pragma(`user_version = ${migrations.length}`);
    }
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

/** Copies a ledger through a second connection, since the first holds the lock. */
function keepCopy(path: string, version: number): void {
  const stamp = new Date().toISOString().replace(/[-:.]/g, '');
  const target = `${path}.v${version}-${stamp}.bak`;
  const reader = connect(path);
  try {
    closeSync(openSync(target, 'wx', 0o600));
    reader.prepare('vacuum into ?').run(target);
  } finally {
    reader.close();
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isForPlace(error, path) ? readOnly(path) : ledgerFailure(error, path);
  }
}
