import type { CodeRow } from '../cases/codes.ts';
import type { Db } from '../ledger/sqlite.ts';

export interface CategoryRow extends CodeRow {
  /** Which boundary rules its disputes are warned of: tenure of land (Land Administration Law Art. 14), family (Anti-Domestic Violence Law Art. 14). */
  readonly warning: '' | 'tenure' | 'family';
}

export function allCategories(db: Db): CategoryRow[] {
  return db.prepare('select * from category order by code').all() as CategoryRow[];
}

export function allSources(db: Db): CodeRow[] {
  return db.prepare('select * from source order by id').all() as CodeRow[];
}
