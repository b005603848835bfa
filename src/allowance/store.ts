import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** All rates, whenever they hold. */
export function allRates(db: Db) {
  return rows(db, selectFrom('allowance_rate').selectAll().orderBy('code'));
}
