import type { Context } from '../cli/command.ts';
import { inTransaction } from '../cli/transaction.ts';
import { appendJournal } from '../ledger/journal.ts';
import { openLedger } from '../ledger/open.ts';

/** A ledger that was put into a file is opened as by any command, and says in its journal how it came there. */
export async function writeDown(
  path: string,
  { at, operator }: Context,
  command: string,
  records: readonly string[],
): Promise<void> {
  const db = openLedger(path);
  try {
    await inTransaction(db, 'write', () => appendJournal(db, { at, operator, command, records, counts: {} }, []));
  } finally {
    db.close();
  }
}
