import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';

export type Db = Database.Database;

/** How long a writer waits for another one before it is told "busy". */
const BUSY_MS = 10_000;

/** "TiaC": what marks a SQLite file as a ledger of ours. */
export const APPLICATION_ID = 0x54696143;

const addon = createRequire(import.meta.url).resolve('better-sqlite3/build/Release/better_sqlite3.node');

/** Opens an existing SQLite file; the addon is named outright, since the bundle leaves better-sqlite3's folder behind. */
export function connect(path: string): Db {
  const db = new Database(resolve(path), { fileMustExist: true, timeout: BUSY_MS, nativeBinding: addon });
  try {
    db.pragma('foreign_keys = on');
    db.pragma('temp_store = memory');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
