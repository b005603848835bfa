import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The categories of disputes; each says which boundary rules its disputes are warned of: tenure of land (Land Administration Law Art. 14), family (Anti-Domestic Violence Law Art. 14). */
export function allCategories(db: Db) {
  return rows(db, selectFrom('category').selectAll().orderBy('code'));
}

export type CategoryRow = ReturnType<typeof allCategories>[number];

/** How disputes come to be known: by application, found proactively, passed on. */
export function allSources(db: Db) {
  return rows(db, selectFrom('source').selectAll().orderBy('id'));
}
