import { dayFromNumber } from '../kernel/day.ts';
import { selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { addMonths, countVisit, noVisits, type Tally } from '../ledger/visit-tallies.ts';
import { type Batch, countedBy, unpacked, unpackInto } from './batch.ts';
import { COLUMNS, KEY, type Visit } from './visit.ts';

/** How many visits one statement inserts. */
const ROWS = 50;

/** A visit in the ledger. */
export type ExistingVisit = Visit & { readonly id: number };

/**
 * Inserts visits 50 a statement and counts them for their months; written in SQL and compiled once, since it runs for every
 * visit of a campaign. A visit whose key the ledger has already is not written but handed to `repeated`.
 */
export function visitWriter(
  db: Db,
  importId: number | null,
  repeated: (visit: Visit, existing: ExistingVisit, line: number) => void,
) {
  const [many, single] = [insertStatement(db, ROWS), insertStatement(db, 1)];
  const existing = existingVisit(db);
  const tallies = monthTallies(db);
  let highest = highestVisit(db);
  let added = 0;

  const count = (batch: Batch, row: number) => {
    tallies.count(batch, row);
    added++;
  };
  /** Which rows of a statement were written: the first of each key, unless the ledger had it before. */
  const sift = (batch: Batch, from: number, rows: number) => {
    const written = new Set<number>();
    for (let row = from; row < from + rows; row++) {
      const { visit, line } = unpacked(batch, row);
      const known = existing(visit);
      if (known.id <= highest || written.has(known.id)) repeated(visit, known, line);
      else {
        written.add(known.id);
        count(batch, row);
      }
    }
  };
  const write = (statement: typeof many, batch: Batch, from: number, rows: number) => {
    const values: unknown[] = [];
    for (let row = from; row < from + rows; row++) {
      unpackInto(values, batch, row);
      values.push(importId);
    }
    const { changes } = statement.run(values);
    if (changes < rows) sift(batch, from, rows);
    else for (let row = from; row < from + rows; row++) count(batch, row);
    highest += changes;
  };
  const add = (batch: Batch) => {
    let row = 0;
    for (; row + ROWS <= batch.rows; row += ROWS) write(many, batch, row, ROWS);
    for (; row < batch.rows; row++) write(single, batch, row, 1);
  };
  return { add, finish: tallies.save, added: () => added };
}

/** The number of the visit entered last, 0 where there is none. */
export function highestVisit(db: Db): number {
  const highest = selectFrom('visit').select(eb => eb.fn.max<number | null>('id').as('id'));
  return value(db, highest) ?? 0;
}

function insertStatement(db: Db, rows: number) {
  const columns = [...COLUMNS, 'import_id'];
  const row = `(${columns.map(() => '?').join(', ')})`;
  return db.prepare(
    `insert or rollback into visit (${columns.join(', ')}) values ${Array(rows).fill(row).join(', ')}
     on conflict (${KEY.join(', ')}) do nothing`,
  );
}

/** Finds the visit that another one repeats. */
function existingVisit(db: Db): (visit: Visit) => ExistingVisit {
  const isSame = KEY.map(column => `${column} = ?`).join(' and ');
  const find = db.prepare(`select id, ${COLUMNS.join(', ')} from visit where ${isSame}`);
  return visit => {
    const found = find.get(KEY.map(column => visit[column])) as ExistingVisit | undefined;
    if (!found) throw new Error('a visit was neither written nor there before');
    return found;
  };
}

/** Counts visits by month, and adds the counts to the ledger’s at the end. */
function monthTallies(db: Db) {
  const months = new Map<string, Tally>();
  const days = new Map<number, Tally>();
  const tallyOf = (day: number) => {
    const month = dayFromNumber(day).slice(0, 7);
    const tally = months.get(month) ?? noVisits();
    months.set(month, tally);
    days.set(day, tally);
    return tally;
  };
  return {
    count: (batch: Batch, row: number) => {
      const { household, day, mode, pair } = countedBy(batch, row);
      countVisit(days.get(day) ?? tallyOf(day), household, pair, mode);
    },
    save: () => addMonths(db, months),
  };
}
