import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { sqliteAddon } from './addon.ts';

export type Db = Database.Database;

/** How long a writer waits for another writer before SQLite reports that the file is busy. */
const BUSY_MS = 10_000;

/** "TiaC": what marks a SQLite file as a ledger of ours. */
export const APPLICATION_ID = 0x54696143;

/**
 * Opens an existing SQLite file. The addon is handed to better-sqlite3, which would look for it beside its own code, where
 * the bundle has none. Its types accept only a path. Throws a Failure of kind `ledger` (exit 6) if no addon loads.
 */
export function connect(path: string): Db {
  return prepared(new Database(resolve(path), { ...options(), fileMustExist: true }));
}

/** A database in memory, from the bytes of a SQLite file. */
export function connectTo(bytes: Buffer): Db {
  return prepared(new Database(bytes, options()));
}

function options(): Database.Options {
  return { timeout: BUSY_MS, nativeBinding: sqliteAddon() as unknown as string };
}

function prepared(db: Db): Db {
  try {
    db.pragma('foreign_keys = on');
    db.pragma('temp_store = memory');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
