import { inTransaction } from '../cli/transaction.ts';
import { appendJournal } from '../ledger/journal.ts';
import { openLedger } from '../ledger/open.ts';
import type { Db } from '../ledger/sqlite.ts';

/** A ledger that was put into a file is opened as by any command, and says in its journal how it came there. */
export async function writeDown(
  path: string,
  { at, signedBy }: { readonly at: string; readonly signedBy: (db: Db) => string },
  command: string,
  records: readonly string[],
): Promise<void> {
  const db = openLedger(path);
  try {
    const operator = signedBy(db);
    await inTransaction(db, 'write', () => appendJournal(db, { at, operator, command, records, counts: {} }, []));
  } finally {
    db.close();
  }
}
