import { typed } from '../ledger/kysely.ts';
import { openLedger } from '../ledger/open.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { visitRows } from '../visits/store.ts';
import type { MadeVisit } from './disputes.ts';
import type { Act } from './office/act.ts';

/** The acts as command lines: visits have the numbers that the ledger gave them, as a clerk would look them up. */
export async function withVisitNumbers(ledger: string, acts: readonly Act[]): Promise<string[][]> {
  const handle = openLedger(ledger);
  try {
    const lines: string[][] = [];
    for (const act of acts) {
      const line: string[] = [];
      for (const word of act) line.push(typeof word === 'string' ? word : await numberOf(handle, word));
      lines.push(line);
    }
    return lines;
  } finally {
    handle.close();
  }
}

async function numberOf(handle: Sqlite, { household, day }: MadeVisit): Promise<string> {
  const { id } = await visitRows(typed(handle))
    .where('h.code', '=', household)
    .where('v.visited_on', '=', day)
    .where('v.mode', '=', 'home')
    .orderBy('v.id')
    .executeTakeFirstOrThrow();
  return String(id);
}
