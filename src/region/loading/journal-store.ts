import { each, row, selectFrom, value } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';

/** The last entry of a ledger's journal. */
export function headOf(db: Db) {
  const last = selectFrom('journal').select(['id', 'hash', 'at']).orderBy('id', 'desc').limit(1);
  return row(db, last) ?? { id: 0, hash: '', at: '' };
}

/** The hash of an entry of a ledger's journal. */
export function hashOf(db: Db, entry: number): string | undefined {
  return value(db, selectFrom('journal').select('hash').where('id', '=', entry)) ?? undefined;
}

/** All entries of a ledger's journal, by their numbers and hashes. */
export function entriesOf(db: Db) {
  return each(db, selectFrom('journal').select(['id', 'hash']).orderBy('id'));
}
