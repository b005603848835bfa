import type { CodeRow } from '../cases/codes.ts';
import type { Sqlite } from '../ledger/sqlite.ts';

export interface CategoryRow extends CodeRow {
  /** Which boundary rules its disputes are warned of: tenure (A6), family (A3). */
  readonly warning: '' | 'tenure' | 'family';
}

export function allCategories(handle: Sqlite): CategoryRow[] {
  return handle.prepare('select * from category order by code').all() as CategoryRow[];
}

export function allSources(handle: Sqlite): CodeRow[] {
  return handle.prepare('select * from source order by id').all() as CodeRow[];
}
