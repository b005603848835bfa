import type { Day } from '../kernel/day.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The names of columns that the office uses on a day, each with the key or the title of its column. */
export function registeredColumnNames(db: Db, on: Day): ReadonlyMap<string, string> {
  const named = rows(
    db,
    selectFrom('column_name').select(['name', 'column_key']).where('from_on', '<=', on).where('to_on', '>', on),
  );
  return new Map(named.map(({ name, column_key }) => [name, column_key]));
}
