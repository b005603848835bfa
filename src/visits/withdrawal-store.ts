import type { Day } from '../kernel/day.ts';
import { dayNumber } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { deleteFrom, insertRow, rows, run, selectFrom, theRow, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { recountYear } from '../ledger/visit-tallies.ts';
import { MODE_LIST } from './visit.ts';

/** Takes a visit out of every count and keeps it to be read; the tallies of its year are counted anew. */
export function withdrawVisit(db: Db, id: number, stamp: Stamp): void {
  const visit = theRow(db, selectFrom('visit').selectAll().where('id', '=', id));
  insertRow(db, 'withdrawn_visit', { ...visit, withdrawn_on: stamp.on });
  run(db, deleteFrom('visit').where('id', '=', id));
  recordChanges(db, 'visit', id, [{ field: 'withdrawn_on', old: null, new: stamp.on }], stamp);
  recountYear(db, visit.visited_on.slice(0, 4));
}

/** What tells a visit from others, as a batch has it: household, day, mode and pair as numbers. */
export interface CountedBy {
  readonly household: number;
  readonly day: number;
  readonly mode: number;
  readonly pair: number;
}

const keyOf = ({ household, day, mode, pair }: CountedBy) => `${household} ${day} ${mode} ${pair}`;

/** Whether a visit was withdrawn before: a file that is imported again does not bring it back. */
export function withdrawnBefore(db: Db): ((visit: CountedBy) => boolean) | undefined {
  const found = rows(db, selectFrom('withdrawn_visit').select(['household_id', 'visited_on', 'mode', 'pair_id']));
  if (found.length === 0) return undefined;
  const keys = new Set(
    found.map(({ household_id: household, visited_on, mode, pair_id: pair }) =>
      keyOf({ household, day: dayNumber(visited_on as Day), mode: MODE_LIST.indexOf(mode), pair }),
    ),
  );
  return visit => keys.has(keyOf(visit));
}

/** The highest number that a withdrawn visit has: none is given again. */
export function highestWithdrawn(db: Db): number {
  return value(db, selectFrom('withdrawn_visit').select('id').orderBy('id', 'desc').limit(1)) ?? 0;
}
