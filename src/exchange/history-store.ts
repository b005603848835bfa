import { insertRow } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Kind } from './catalog.ts';
import type { Cells } from './fingerprint.ts';
import type { Id } from './key-store.ts';
import { EVENT_COLUMNS } from './record-store.ts';

interface Coming {
  readonly kind: Kind;
  readonly id: Id;
  /** The numbers of the record's rows, by table and name. */
  readonly ids: ReadonlyMap<string, Id>;
  readonly events: readonly Cells[];
}

/** Adds to the history of a record what it has not yet; nothing in it is ever changed. */
export function writeHistory(db: Db, { kind, id, ids, events }: Coming, newId: (table: string) => number): void {
  if (events.length === 0) return;
  const here = db.prepare('select * from event where noun = ? and record_id = ?');
  const known = new Map<string, Map<string, number>>();
  const textOf = (of: Cells) => JSON.stringify(EVENT_COLUMNS.map(column => of[column] ?? null));
  for (const { noun, of, row, ...said } of events) {
    const record_id = Number(of === kind.table ? id : ids.get(`${of} ${row}`));
    const place = `${noun} ${record_id}`;
    const counts = known.get(place) ?? counted((here.all(noun, record_id) as Cells[]).map(textOf));
    known.set(place, counts);
    const left = counts.get(textOf(said)) ?? 0;
    counts.set(textOf(said), left - 1);
    if (left > 0) continue;
    const event = { id: newId('event'), noun: String(noun), record_id, import_id: null, ...said };
    insertRow(db, 'event', event as never);
  }
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
