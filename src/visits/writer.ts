import { type Day, dayFromNumber, dayNumber } from '../kernel/day.ts';
import { selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { addMonths, countVisit, noVisits, type Tally } from '../ledger/visit-tallies.ts';
import { type Batch, countedBy, unpacked, unpackInto } from './batch.ts';
import { diariesOf, diaryRows, diaryWriter } from './diary-store.ts';
import { type Contradiction, repetitionOf } from './repetition-rules.ts';
import { COLUMNS, KEY, type Visit } from './visit.ts';
import { highestWithdrawn, withdrawnBefore } from './withdrawal-store.ts';

/** How many visits one statement inserts. */
const ROWS = 50;

/** A visit in the ledger. */
export type ExistingVisit = Omit<Visit, 'fields'> & { readonly id: number };

/** What becomes of a row whose visit the ledger has already. */
export interface Repeated {
  readonly visit: Visit;
  readonly existing: ExistingVisit;
  readonly line: number;
  readonly is: 'already' | Contradiction;
}

/**
 * Inserts visits 50 a statement and counts them for their months; written in SQL and compiled once, since it runs for every
 * visit of a campaign. Of a visit whose key the ledger has already only a further diary is written; all else is handed to
 * `repeated`.
 */
export function visitWriter(db: Db, importId: number | null, repeated: (row: Repeated) => void) {
  const [many, single] = [insertStatement(db, ROWS), insertStatement(db, 1)];
  const existing = existingVisit(db);
  const tallies = monthTallies(db);
  let highest = highestVisit(db);
  let added = 0;
  // What a file gives again stays withdrawn; a person can enter such a visit anew.
  const isWithdrawn = importId === null ? undefined : withdrawnBefore(db);
  let skipped = 0;
  const diaries = diaryWriter(db, importId);
  /** The further diaries that were written, by visit and number. */
  const further: { readonly visit: number; readonly number: number }[] = [];

  const count = (batch: Batch, row: number, id: number) => {
    tallies.count(batch, row);
    if (batch.fields.has(row)) diaries.own(id, unpacked(batch, row).visit);
    added++;
  };
  const repeat = (visit: Visit, known: ExistingVisit, line: number) => {
    const kept = saysTheSame(visit, known) ? [] : diaryRows(db, known.id);
    // A person can enter a withdrawn diary anew; what a file gives again stays withdrawn.
    const own = importId === null ? kept.filter(row => row.withdrawn_on === null) : kept;
    const is = saysTheSame(visit, known) ? 'already' : repetitionOf(visit, known, diariesOf(db, known, own));
    if (is !== 'further') repeated({ visit, existing: known, line, is });
    else {
      further.push({ visit: known.id, number: diaries.further(known.id, visit, kept) });
      added++;
    }
  };
  /** Which rows of a statement were written: the first of each key, unless the ledger had it before. */
  const sift = (batch: Batch, from: number, rows: number) => {
    const written = new Set<number>();
    for (let row = from; row < from + rows; row++) {
      const { visit, line } = unpacked(batch, row);
      const known = existing(visit);
      if (known.id <= highest || written.has(known.id)) repeat(visit, known, line);
      else {
        written.add(known.id);
        count(batch, row, known.id);
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
    else for (let row = from; row < from + rows; row++) count(batch, row, highest + 1 + row - from);
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
  return {
    ...{ add, finish: tallies.save, added: () => added, further, skipped: () => skipped },
    /** How many of the visits written are before a day. */
    before: tallies.before,
  };
}

/** Whether a row says of a visit exactly what its own row says: as a rule a file that is imported again. */
function saysTheSame(visit: Visit, existing: ExistingVisit): boolean {
  return visit.fields === undefined && COLUMNS.every(column => existing[column] === visit[column]);
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

/** Counts visits by day, and by month to add these counts to the ledger’s at the end. */
function monthTallies(db: Db) {
  const months = new Map<string, Tally>();
  const days = new Map<number, { readonly tally: Tally; visits: number }>();
  const begin = (day: number) => {
    const month = dayFromNumber(day).slice(0, 7);
    const tally = months.get(month) ?? noVisits();
    months.set(month, tally);
    const counts = { tally, visits: 0 };
    days.set(day, counts);
    return counts;
  };
  return {
    count: (batch: Batch, row: number) => {
      const { household, day, mode, pair } = countedBy(batch, row);
      const counts = days.get(day) ?? begin(day);
      counts.visits++;
      countVisit(counts.tally, household, pair, mode);
    },
    save: () => addMonths(db, months),
    before: (end: Day) => [...days].reduce((sum, [day, { visits }]) => (day < dayNumber(end) ? sum + visits : sum), 0),
  };
}
