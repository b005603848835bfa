import type { Source } from '../cli/source.ts';
import { indexesAside } from '../ledger/indexes-aside.ts';
import { count, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { expectedRows } from '../register/expected-rows.ts';

/** The indexes of visits that no import reads: by pair and by day. That of their keys is read for every row. */
const READ_BY_REPORTS = ['visit_pair', 'visit_day'] as const;
/** Sorted in parts of so little memory (KB) the rows stay in the processor's own: 64 MB at once took a quarter longer. */
const SORTED_IN = 4000;
/** Dropping and making indexes takes a moment, which few rows are not worth. */
const FEW = 10_000;

/**
 * Imports files and makes those indexes once all their rows are written, where they bring about as many visits as the ledger
 * has, or more: one sort for each in place of a search for every row.
 */
export async function withLateIndexes<T>(db: Db, files: readonly Source[], work: () => Promise<T>): Promise<T> {
  const expected = files.reduce((sum, file) => sum + (expectedRows(file) ?? 0), 0);
  if (expected < FEW || count(db, selectFrom('visit')) > expected) return work();
  const indexes = indexesAside(db, READ_BY_REPORTS);
  const result = await work();
  const cache = db.pragma('cache_size', { simple: true });
  db.pragma(`cache_size = -${SORTED_IN}`);
  // What was kept of pages makes room for what is sorted.
  db.pragma('shrink_memory');
  for (const { restore } of indexes) restore();
  db.pragma(`cache_size = ${cache}`);
  return result;
}
