import type { Value } from '../ledger/events.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Check } from '../register/check.ts';
import type { RecordKind } from '../register/kind.ts';
import { KINDS } from './records.ts';
import { misfits } from './replay.ts';

export const replay: Check = {
  name: 'replay',
  title: { zh: '现状与历史一致', en: 'current values are the last ones of the history' },
  find: db => KINDS.flatMap(kind => misfitsOf(db, kind)),
};

/** The changes of a kind of record that do not lead to its current values. */
function misfitsOf(db: Db, kind: RecordKind): string[] {
  const currentValue = currentValues(db, kind);
  return [...changesByField(db, kind.noun).values()].flatMap(changes => {
    const [first] = changes;
    if (!first) return [];
    const { record_id: id, field } = first;
    return misfits(changes, currentValue(field, id)).map(event => `${kind.noun} ${id} ${field} (event ${event})`);
  });
}

function changesByField(db: Db, noun: string) {
  const events = rows(
    db,
    selectFrom('event')
      .select(['id', 'record_id', 'field', 'old_value', 'new_value'])
      .where('noun', '=', noun)
      .orderBy('record_id')
      .orderBy('field')
      .orderBy('id'),
  );
  const groups = new Map<string, typeof events>();
  for (const event of events) {
    const key = `${event.record_id} ${event.field}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}

/** Reads current values; table and expressions are those of the kind, so the SQL is written here. */
function currentValues(db: Db, { table, current = {} }: RecordKind) {
  const queries = new Map(
    Object.entries(current).map(([field, expression]) => [
      field,
      db.prepare(`select ${expression} from ${table} t where t.id = ?`).pluck(),
    ]),
  );
  return (field: string, id: number) => queries.get(field)?.get(id) as Value | undefined;
}
