import { openLedger } from '../ledger/open.ts';
import { row } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { visitRows } from '../visits/store.ts';
import type { Entry, KnownVisit } from './office/entry.ts';

/** The entries as command lines: visits have the numbers that the ledger gave them, as a clerk would look them up. */
export function withVisitNumbers(ledger: string, entries: readonly Entry[]): string[][] {
  const db = openLedger(ledger);
  try {
    return entries.map(words => words.map(word => (typeof word === 'string' ? word : numberOf(db, word))));
  } finally {
    db.close();
  }
}

function numberOf(db: Db, { household, day }: KnownVisit): string {
  const visit = row(
    db,
    visitRows()
      .where('h.code', '=', household)
      .where('v.visited_on', '=', day)
      .where('v.mode', '=', 'home')
      .orderBy('v.id'),
  );
  if (!visit) throw new Error(`the demo has no home visit of ${household} on ${day}`);
  return String(visit.id);
}
