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

/** Adds to the history of records what it has not yet; nothing in it is ever changed, but for what its writer purged. */
export function historyWriter(db: Db, { newId, purging }: Writing): (coming: Coming) => void {
  const here = db.prepare('select * from event where noun = ? and record_id = ? order by id');
  const purged = db.prepare('update event set old_value = ?, new_value = ?, reason = ? where id = ?');
  return coming => {
    for (const { noun, record_id, said: all } of placesOf(coming)) {
      const known = (here.all(noun, record_id) as (Cells & { id: number })[]).map(row => ({
        id: row.id,
        said: saidIn(row),
      }));
      for (const said of withoutKnown(all, known)) {
        const at = known.findIndex(one => purging.leaves(one.said, said));
        const [before] = at < 0 ? [] : known.splice(at, 1);
        if (before) purged.run(said.old_value, said.new_value, said.reason, before.id);
        else insertRow(db, 'event', { id: newId('event'), noun, record_id, import_id: null, ...said } as never);
      }
    }
  };
}

/** What comes of the history of one row. */
interface Place {
  readonly noun: string;
  readonly record_id: number;
  readonly said: Cells[];
}

function placesOf({ kind, id, ids, events }: Coming): Iterable<Place> {
  const places = new Map<string, Place>();
  for (const event of events) {
    const { noun, of, row } = event;
    const record_id = Number(of === kind.table ? id : ids.get(`${of} ${row}`));
    const place = places.get(`${noun} ${record_id}`) ?? { noun: String(noun), record_id, said: [] };
    places.set(`${noun} ${record_id}`, place);
    place.said.push(saidIn(event));
  }
  return places.values();
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
