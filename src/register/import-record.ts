import { deleteFrom, insertInto, run, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** How many rows an import read and what became of them. */
export interface ImportCounts {
  read: number;
  added: number;
  changed: number;
  already: number;
  rejected: number;
}

export const noCounts = (): ImportCounts => ({ read: 0, added: 0, changed: 0, already: 0, rejected: 0 });

/** Enters an import, so that its rows are known by it and it can be undone; the counts follow at the end. */
export function openImport(db: Db, at: string, operator: string, noun: string, file: string): number {
  return run(db, insertInto('import').values({ at, operator, noun, file, ...noCounts() })).id;
}

/** Writes the counts of a finished import; one that changed nothing is deleted. Returns whether it stays. */
export function closeImport(db: Db, id: number, { read, added, changed, already, rejected }: ImportCounts): boolean {
  const stays = added + changed > 0;
  if (stays) run(db, updateTable('import').set({ read, added, changed, already, rejected }).where('id', '=', id));
  else run(db, deleteFrom('import').where('id', '=', id));
  return stays;
}
