import { count, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** Whether nothing was entered in a ledger but what `init` puts there. */
export function isBlank(db: Db): boolean {
  const entered = (['household', 'cadre', 'cases', 'import', 'edition'] as const).some(
    table => count(db, selectFrom(table as 'household')) > 0,
  );
  return !entered && count(db, selectFrom('unit')) <= 1;
}
