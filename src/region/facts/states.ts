import { type Day, OPEN_END } from '../../kernel/day.ts';
import { gathered } from '../../kernel/gathered.ts';

type Values = Readonly<Record<string, string | number>>;
/** A day on which something about a record may have changed. */
export interface Change {
  readonly id: number;
  readonly day: Day;
}

/** How many records are read at a time. */
const MOST = 2_000;

/**
 * What records were like over time: on each day on which some may have changed these are read anew, as the county's own
 * report reads them for a period that ends on that day. Each state is a span of days.
 */
export function* statesOver<V extends Values>(
  changes: Iterable<Change>,
  read: (day: Day, ids: readonly number[]) => Iterable<readonly [id: number, state: V]>,
): Generator<V & { readonly from_on: Day; readonly to_on: Day }> {
  const current = new Map<number, { readonly from_on: Day; readonly key: string; readonly states: readonly V[] }>();
  const ended = (id: number, to_on: Day) => {
    const { from_on, states } = current.get(id) ?? { from_on: to_on, states: [] };
    return states.map(state => ({ from_on, to_on, ...state }));
  };
  for (const [day, ids] of byDay(changes)) {
    const now = gathered(read(day, ids), ([id]) => id);
    for (const id of ids) {
      const states = (now.get(id) ?? []).map(([, state]) => state);
      const key = JSON.stringify(states);
      if (current.get(id)?.key === key) continue;
      yield* ended(id, day);
      current.set(id, { from_on: day, key, states });
    }
  }
  for (const id of current.keys()) yield* ended(id, OPEN_END);
}

/** Days in their order with the records that may have changed on them, not too many at a time. */
function* byDay(changes: Iterable<Change>): Generator<readonly [Day, readonly number[]]> {
  const days = new Map<Day, Set<number>>();
  for (const { id, day } of changes) {
    const known = days.get(day);
    if (known) known.add(id);
    else days.set(day, new Set([id]));
  }
  for (const day of [...days.keys()].sort()) {
    const ids = [...(days.get(day) ?? [])];
    for (let at = 0; at < ids.length; at += MOST) yield [day, ids.slice(at, at + MOST)];
  }
}

/** Rows that differ in nothing but what they count are one row; what they count is added up. */
export function* addedUp<V extends Values>(rows: Iterable<V>, counts: readonly (keyof V & string)[]): Generator<V> {
  const sums = new Map<string, Record<string, string | number>>();
  for (const row of rows) {
    const key = JSON.stringify(
      row,
      Object.keys(row).filter(column => !counts.includes(column)),
    );
    const sum = sums.get(key);
    if (sum) for (const column of counts) sum[column] = Number(sum[column]) + Number(row[column]);
    else sums.set(key, { ...row });
  }
  yield* sums.values() as Iterable<V>;
}
