import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { ciphersAddon, sqliteAddon } from './addon.ts';
import { keyOf } from './encryption/keys.ts';
import type { FileKey } from './encryption/page-rules.ts';

export type Db = Database.Database;

/** How long a writer waits for another writer before SQLite reports that the file is busy: no command takes ten seconds. */
export const BUSY_MS = 9_000;

/** "TiaC": what marks a SQLite file as a ledger of ours. */
export const APPLICATION_ID = 0x54696143;

/**
 * Opens an existing SQLite file, an encrypted one with its key; `key` where that is known already. The addon is handed to
 * better-sqlite3, which would look for it beside its own code, where the bundle has none. Its types accept only a path.
 * Throws a Failure of kind `ledger` (exit 6) if no addon loads, or no passphrase fits.
 */
export function connect(path: string, key: FileKey | null = keyOf(path)): Db {
  const db = new Database(resolve(path), { ...options(key ? ciphersAddon() : sqliteAddon()), fileMustExist: true });
  return prepared(db, key);
}

/** Whoever reads is done by then; a long import is not waited for. */
const PATIENCE_MS = 3000;

/**
 * From here on whatever a connection opens is its own alone. Said before the first look at a file, it needs no memory beside
 * it that is shared with others: nobody else gets as far as the log. Where another has it open, SQLite says that it is busy.
 */
export function openAlone(db: Db): void {
  db.pragma(`busy_timeout = ${PATIENCE_MS}`);
  db.pragma('locking_mode = exclusive');
}

/** The same as `connect`, but for this connection alone. */
export function connectAlone(path: string): Db {
  const key = keyOf(path);
  const db = new Database(resolve(path), { ...options(key ? ciphersAddon() : sqliteAddon()), fileMustExist: true });
  openAlone(db);
  return prepared(db, key);
}

/** A database in memory: a new one, or from the bytes of a SQLite file. */
export function connectTo(bytes?: Buffer): Db {
  return prepared(new Database(bytes ?? ':memory:', options(sqliteAddon())));
}

/** A database in memory beside which encrypted files can be attached, and others. */
export function connectToCiphers(): Db {
  const db = prepared(new Database(':memory:', options(ciphersAddon())));
  chooseCipher(db);
  return db;
}

function options(addon: object): Database.Options {
  return { timeout: BUSY_MS, nativeBinding: addon as unknown as string };
}

function prepared(db: Db, key: FileKey | null = null): Db {
  try {
    if (key) {
      chooseCipher(db);
      db.pragma(`key = "${keyText(key)}"`);
    }
    db.pragma('foreign_keys = on');
    // No byte of what is encrypted is written to a file on the way, either.
    db.pragma('temp_store = memory');
    // What was said to be saved is on the disk, also after a power cut.
    db.pragma('synchronous = full');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function chooseCipher(db: Db): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
}

/** A key as it is given to SQLite, which then does not compute it from a passphrase again for each connection. */
export function keyText({ key, salt }: FileKey): string {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return `x'${hex(key)}${hex(salt)}'`;
}
