import { dirname, resolve } from 'node:path';
import { writeNew } from '../../disk/file.ts';
import { discarded, unfinishedIn } from '../../disk/unfinished.ts';
import { inUseIfBusy, takeAlone } from '../exchange.ts';
import { connect, connectToCiphers, type Db, keyText, openAlone } from '../sqlite.ts';
import { copyAnew } from '../whole-copy.ts';
import { keyOf, rememberKey } from './keys.ts';
import type { FileKey } from './page-rules.ts';

/** A ledger that can be copied so that the copy is encrypted in another way, or not at all. */
export interface Convertible {
  /** Copies the ledger as it is at one moment into an empty file. */
  copyInto(target: string): void;
  close(): void;
}

/** What the ledger is called beside the database to whose connection it is attached. */
const SOURCE = 'source';

/**
 * Opens a ledger for copies that are encrypted with a key, or not at all. SQLite encrypts a copy like the main database of
 * the connection that makes it: that is an empty one, to which the ledger is attached. Where it is `isAlone`, nobody else has
 * the ledger open from here on, and all of it is in its file: the log beside it is empty. Throws a Failure of kind `ledger`
 * where another has it open.
 */
export function convertible(path: string, key: FileKey | null, isAlone = false): Convertible {
  const model = key ? emptyLike(dirname(path), key) : { db: connectToCiphers(), remove: () => {} };
  const { db } = model;
  const close = () => {
    db.close();
    model.remove();
  };
  try {
    const own = keyOf(path);
    if (isAlone) openAlone(db);
    db.prepare(`attach ? as ${SOURCE} key ?`).run(resolve(path), own ? keyText(own) : '');
    if (isAlone) {
      takeAlone(db);
      db.pragma(`${SOURCE}.wal_checkpoint(truncate)`);
    }
  } catch (error) {
    close();
    throw inUseIfBusy(error, path);
  }
  return {
    copyInto: target => copyAnew(db, target, SOURCE),
    close,
  };
}

function emptyLike(folder: string, key: FileKey): { readonly db: Db; remove(): void } {
  rememberKey(key);
  const path = unfinishedIn(folder);
  const remove = () => discarded(path);
  try {
    writeNew(path, []);
    return { db: connect(path, key), remove };
  } catch (error) {
    remove();
    throw error;
  }
}
