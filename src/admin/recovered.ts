import { selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** Whether a ledger was saved from a damaged one at some time. */
export function isRecovered(db: Db): boolean {
  return value(db, selectFrom('journal').select('id').where('command', '=', 'recover').limit(1)) !== undefined;
}
