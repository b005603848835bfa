import { eachRecord } from '../intake/csv.ts';
import { type Header, noHeader, problem, readHeader, TOO_MANY } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Rejection } from '../register/rejected.ts';
import { type JudgedVisit, visitJudge } from './judge.ts';
import type { Lookups } from './lookups.ts';
import { type VisitRow, visitSheet } from './visit.ts';

/** How many numbers of a visit go into a batch: household, day, mode, pair, substitute, domains, diary writer, line. */
export const WIDTH = 8;
/**
 * Rows of a batch. Each batch is sorted by household, so that the insert sweeps through the indexes in order instead of
 * jumping about: that halved the time of an import. Larger batches gain little more and hold more memory.
 */
const BATCH_ROWS = 30_000;
/** The first batch is small, so that the inserts begin early. */
const FIRST_BATCH = 5_000;

/** Visits on their way to the ledger, packed so that they cross a thread cheaply: WIDTH numbers a row, and the diaries. */
export interface Batch {
  readonly rows: number;
  readonly numbers: Int32Array;
  readonly diaries: readonly string[];
}

/** Where a reader hands over what it has read; `header` comes first. */
export interface VisitTaker {
  header(header: Header): void;
  batch(batch: Batch): void;
  reject(rejection: Rejection): void;
}

/** Reads a visits file from its text: every row is judged, good ones go on in batches, bad ones with their reasons. */
export function readVisits(text: Iterable<string>, file: string, look: Lookups, today: Day, taker: VisitTaker): void {
  const judge = visitJudge(look, today);
  let cells: ((fields: readonly string[]) => VisitRow) | undefined;
  let width = 0;
  let numbers = new Int32Array(BATCH_ROWS * WIDTH);
  let diaries: string[] = [];
  let full = FIRST_BATCH;

  const flush = () => {
    if (diaries.length === 0) return;
    taker.batch(sorted({ rows: diaries.length, numbers, diaries }));
    numbers = new Int32Array(BATCH_ROWS * WIDTH);
    diaries = [];
    full = BATCH_ROWS;
  };
  eachRecord(text, file, (fields, line) => {
    if (!cells) {
      const header = readHeader(visitSheet, fields, file);
      taker.header(header);
      cells = cellsBy(header);
      width = fields.length;
      return;
    }
    const judged = judge(cells(fields));
    const extra = fields.length > width && fields.slice(width).some(field => field.trim() !== '');
    if (extra || Array.isArray(judged)) {
      const problems = Array.isArray(judged) ? judged : [];
      const tooMany = extra ? [problem('', fields.slice(width).join(','), TOO_MANY)] : [];
      taker.reject({ line, fields: [...fields], problems: [...tooMany, ...problems] });
      return;
    }
    pack(numbers, diaries.length * WIDTH, judged, line);
    diaries.push(judged.diary);
    if (diaries.length === full) flush();
  });
  if (!cells) throw noHeader(file, visitSheet);
  flush();
}

function pack(numbers: Int32Array, at: number, visit: JudgedVisit, line: number): void {
  numbers[at] = visit.household;
  numbers[at + 1] = visit.dayNumber;
  numbers[at + 2] = visit.mode;
  numbers[at + 3] = visit.pair;
  numbers[at + 4] = visit.substitute;
  numbers[at + 5] = visit.domains;
  numbers[at + 6] = visit.diaryBy;
  numbers[at + 7] = line;
}

/** A batch in order of households; rows of one household keep the order of the file, so that a repeat comes second. */
function sorted({ rows, numbers, diaries }: Batch): Batch {
  const order = new Float64Array(rows);
  for (let row = 0; row < rows; row++) order[row] = (numbers[row * WIDTH] ?? 0) * BATCH_ROWS + row;
  order.sort();
  const moved = new Int32Array(rows * WIDTH);
  const texts: string[] = [];
  for (const [place, key] of order.entries()) {
    const row = key % BATCH_ROWS;
    moved.set(numbers.subarray(row * WIDTH, (row + 1) * WIDTH), place * WIDTH);
    texts.push(diaries[row] ?? '');
  }
  return { rows, numbers: moved, diaries: texts };
}

/** Picks a row's cells out of a record; written out column by column, since this runs for every row of a campaign. */
function cellsBy({ at }: Header): (fields: readonly string[]) => VisitRow {
  const place = (column: keyof VisitRow) => at[column] ?? -1;
  const [day, household, a, b] = [place('visited_on'), place('household_code'), place('cadre_a'), place('cadre_b')];
  const [domains, mode, substitute] = [place('domains'), place('mode'), place('substitute')];
  const [diary, writer] = [place('diary'), place('diary_by')];
  return fields => ({
    visited_on: fields[day] ?? '',
    household_code: fields[household] ?? '',
    cadre_a: fields[a] ?? '',
    cadre_b: fields[b] ?? '',
    domains: fields[domains] ?? '',
    mode: fields[mode] ?? '',
    substitute: fields[substitute] ?? '',
    diary: fields[diary] ?? '',
    diary_by: fields[writer] ?? '',
  });
}
