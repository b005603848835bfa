import { closeSync, openSync, statSync } from 'node:fs';
import { bytesOf, withLog, withoutLog } from './ledger-bytes.ts';
import { leftOver, tooLarge } from './problems.ts';
import { connectTo, type Db } from './sqlite.ts';

/** A ledger of this size is read into memory; a larger one is to be copied first. */
const MOST_BYTES = 1 << 30;

/** Whether a ledger cannot be opened although it can be read: SQLite keeps files beside it even to read it. */
export function isForPlace(error: unknown, path: string): boolean {
  const code = String((error as { code?: unknown } | null)?.code);
  return /^SQLITE_(?:READONLY|CANTOPEN)/.test(code) && isReadable(path);
}

function isReadable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r'));
    return true;
  } catch {
    return false;
  }
}

/**
 * A ledger in a place where nothing can be written (a CD, a folder of somebody else), read into memory. Its last changes
 * may still be in the log beside it: then it is refused, since they would be missing; so is one that changes meanwhile.
 */
export function readIntoMemory(path: string): Db {
  if (statSync(path).size > MOST_BYTES) throw tooLarge(path);
  const before = stateOf(path);
  const bytes = bytesOf(path);
  if (before.log > 0 || stateOf(path).text !== before.text) throw leftOver(path);
  withoutLog(bytes);
  return connectTo(bytes);
}

function stateOf(path: string): { readonly log: number; readonly text: string } {
  const { size, mtimeMs } = statSync(path);
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return { log, text: `${size} ${mtimeMs} ${log}` };
}

/** The file of a database in memory, which is to have a log beside it. */
export function fileOf(db: Db): Buffer {
  const bytes = db.serialize();
  withLog(bytes);
  return bytes;
}
