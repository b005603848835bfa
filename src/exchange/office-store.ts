import { deleteFrom, insertRow, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** A unit that keeps a ledger of its own, with the key that its bundles are signed with and the one that they are encrypted for. */
export interface Office {
  readonly id: number;
  readonly unit_id: number;
  readonly public_key: string;
  readonly recipient: string;
  readonly is_own: 0 | 1;
}

export function allOffices(db: Db): Office[] {
  return rows(db, selectFrom('office').selectAll().orderBy('unit_id'));
}

/** Whether the ledger is one of several: without offices nothing is anybody else's. */
export function hasOffices(db: Db): boolean {
  return row(db, selectFrom('office').select('id').limit(1)) !== undefined;
}

export function insertOffice(db: Db, office: Omit<Office, 'id'>): number {
  return insertRow(db, 'office', office);
}

export function changeOfficeKey(db: Db, id: number, key: Pick<Office, 'public_key' | 'recipient'>): void {
  run(db, updateTable('office').set(key).where('id', '=', id));
}

export function removeOffice(db: Db, id: number): void {
  run(db, deleteFrom('office').where('id', '=', id));
}

/** The office with this key is the ledger's own. */
export function ownOffice(db: Db, publicKey: string): void {
  run(db, updateTable('office').set({ is_own: 0 }).where('public_key', '<>', publicKey).where('is_own', '=', 1));
  run(db, updateTable('office').set({ is_own: 1 }).where('public_key', '=', publicKey));
}
