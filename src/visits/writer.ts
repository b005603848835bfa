import { dayFromNumber } from '../kernel/day.ts';
import { selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { addMonths, countVisit, noVisits, type Tally } from '../ledger/visit-tallies.ts';
import { type Batch, countedBy, unpacked, unpackInto } from './batch.ts';
import { COLUMNS, KEY, type Visit } from './visit.ts';
import { highestWithdrawn, withdrawnBefore } from './withdrawal-store.ts';

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
  // What a file gives again stays withdrawn; a person can enter such a visit anew.
  const isWithdrawn = importId === null ? undefined : withdrawnBefore(db);
  let skipped = 0;

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
      values.push(importId, highest + 1 + row - from);
    }
    const { changes } = statement.run(values);
    if (changes < rows) sift(batch, from, rows);
    else for (let row = from; row < from + rows; row++) count(batch, row);
    highest += rows;
  };
  const writeRows = (batch: Batch, from: number, to: number) => {
    let row = from;
    for (; row + ROWS <= to; row += ROWS) write(many, batch, row, ROWS);
    for (; row < to; row++) write(single, batch, row, 1);
  };
  const add = (batch: Batch) => {
    if (!isWithdrawn) return writeRows(batch, 0, batch.rows);
    let from = 0;
    for (let row = 0; row < batch.rows; row++) {
      if (!isWithdrawn(countedBy(batch, row))) continue;
      writeRows(batch, from, row);
      from = row + 1;
      skipped++;
    }
    writeRows(batch, from, batch.rows);
  };
  return { add, finish: tallies.save, added: () => added, skipped: () => skipped };
}

/** The number of the visit entered last, withdrawn ones included; 0 where there is none. */
export function highestVisit(db: Db): number {
  const highest = selectFrom('visit').select(eb => eb.fn.max<number | null>('id').as('id'));
  return Math.max(value(db, highest) ?? 0, highestWithdrawn(db));
}

function insertStatement(db: Db, rows: number) {
  const columns = [...COLUMNS, 'import_id', 'id'];
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
