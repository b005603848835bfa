import { count, selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { CATALOG } from './catalog.ts';

/** Every table whose rows travel. */
const TRAVELS = [...new Set(CATALOG.flatMap(({ table, parts }) => [table, ...parts.map(part => part.table)]))];

/** How many commands wrote something that travels since a bundle was exported, or ever; what bundles brought is counted by its editions. */
export function enteredSince(db: Db, bundle: string | undefined): number {
  const exports = selectFrom('journal').select('id').where('command', '=', 'bundle export');
  const sent =
    bundle &&
    value(
      db,
      exports
        .where('records', '=', JSON.stringify([bundle]))
        .orderBy('id', 'desc')
        .limit(1),
    );
  const travelling = selectFrom('seal').select('entry').where('tbl', 'in', TRAVELS);
  const entries = selectFrom('journal')
    .select('id')
    .where('id', '>', sent || 0)
    .where('command', 'not like', 'bundle %');
  return count(db, entries.where('id', 'in', travelling));
}
