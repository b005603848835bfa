import { row, selectFrom, value } from '../query.ts';
import type { Db } from '../sqlite.ts';

/** The last entry of the journal: its hash stands for the whole ledger, every row and every entry. */
export interface Head {
  readonly entry: number;
  readonly at: string;
  readonly hash: string;
}

/** The head of a ledger; undefined before its first entry. */
export function headOf(db: Db): Head | undefined {
  return row(db, selectFrom('journal').select(['id as entry', 'at', 'hash']).orderBy('id', 'desc').limit(1));
}

/** The hash that an entry has now; undefined where there is no such entry. */
export function hashOfEntry(db: Db, entry: number): string | undefined {
  return value(db, selectFrom('journal').select('hash').where('id', '=', entry));
}
