import type { Db } from '../ledger/sqlite.ts';

/** Tables whose rows share their numbers: a withdrawn visit keeps the one that it had. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  visit: ['visit', 'withdrawn_visit'],
  withdrawn_visit: ['visit', 'withdrawn_visit'],
};

/** Gives new rows their numbers, each above all that its table has. */
export function newIds(db: Db): (table: string) => number {
  const last = new Map<string, { id: number }>();
  const highest = (table: string) =>
    Math.max(
      ...(SHARED[table] ?? [table]).map(
        each => db.prepare(`select coalesce(max(id), 0) from "${each}"`).pluck().get() as number,
      ),
    );
  return table => {
    let counter = last.get(table);
    if (!counter) {
      counter = { id: highest(table) };
      for (const each of SHARED[table] ?? [table]) last.set(each, counter);
    }
    counter.id++;
    return counter.id;
  };
}
