import { insertRow } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Kind } from './catalog.ts';
import type { Cells } from './fingerprint.ts';
import type { Id } from './key-store.ts';
import type { Purging } from './purging.ts';
import { EVENT_COLUMNS } from './record-store.ts';

interface Coming {
  readonly kind: Kind;
  readonly id: Id;
  /** The numbers of the record's rows, by table and name. */
  readonly ids: ReadonlyMap<string, Id>;
  readonly events: readonly Cells[];
}

interface Writing {
  newId(table: string): number;
  readonly purging: Purging;
}

/** A row of the history that is here, and what of it travels. */
interface Known {
  readonly id: number;
  readonly said: Cells;
}

/** Adds to the history of a record what it has not yet; nothing in it is ever changed, but for what its writer purged. */
export function writeHistory(db: Db, { kind, id, ids, events }: Coming, { newId, purging }: Writing): void {
  if (events.length === 0) return;
  const here = db.prepare('select * from event where noun = ? and record_id = ? order by id');
  const places = new Map<string, { readonly record_id: number; readonly noun: string; readonly coming: Cells[] }>();
  for (const { noun, of, row, ...said } of events) {
    const record_id = Number(of === kind.table ? id : ids.get(`${of} ${row}`));
    const place = `${noun} ${record_id}`;
    const { coming } = places.get(place) ?? { coming: [] };
    places.set(place, { record_id, noun: String(noun), coming: [...coming, said] });
  }
  const purged = db.prepare('update event set old_value = ?, new_value = ?, reason = ? where id = ?');
  for (const { record_id, noun, coming } of places.values()) {
    const known = (here.all(noun, record_id) as (Cells & { id: number })[]).map(row => ({
      id: row.id,
      said: saidIn(row),
    }));
    for (const said of withoutKnown(coming.map(saidIn), known)) {
      const at = known.findIndex(one => purging.leaves(one.said, said));
      const [before] = at < 0 ? [] : known.splice(at, 1);
      if (before) purged.run(said.old_value, said.new_value, said.reason, before.id);
      else insertRow(db, 'event', { id: newId('event'), noun, record_id, import_id: null, ...said } as never);
    }
  }
}

const saidIn = (row: Cells): Cells => Object.fromEntries(EVENT_COLUMNS.map(column => [column, row[column] ?? null]));

/** What comes and is not here; what is in both is taken out of what is here. */
function withoutKnown(coming: readonly Cells[], known: Known[]): Cells[] {
  return coming.filter(said => {
    const text = JSON.stringify(said);
    const at = known.findIndex(one => JSON.stringify(one.said) === text);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
