import { damaged, foreignFile } from './problems.ts';
import { APPLICATION_ID, connect } from './sqlite.ts';

/** What a copy of a ledger is: the version of the program that it belongs to. */
export interface Verified {
  readonly version: number;
}

/**
 * Opens a copy of a ledger and reads all of it. Throws a Failure of kind `ledger` that names `called` where it is no ledger
 * or not whole; the error of SQLite where it cannot be read at all.
 */
export function verified(copy: string, called: string, foreign = foreignFile): Verified {
  const db = connect(copy);
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw foreign(called);
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged(called);
    return { version: db.pragma('user_version', { simple: true }) as number };
  } finally {
    db.close();
  }
}
