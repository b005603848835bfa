import { notARow, type SkippedLine } from '../intake/below.ts';
import type { Header } from '../intake/header.ts';
import { readRows, type TakeRow } from '../intake/rows.ts';
import { formProblems, type Problem } from '../intake/sheet.ts';
import { errorIn } from '../intake/spoiled.ts';
import type { TableFile } from '../intake/table-file.ts';
import type { Text } from '../kernel/text.ts';
import type { Rejection } from '../register/complaint.ts';
import { type Batch, emptyBatch, pack, sorted } from './batch.ts';
import { isWrong } from './judge.ts';
import { rowJudge, type UnderstandingTaker, type VisitReading } from './row-judge.ts';
import { VISIT_COLUMNS, type Visit } from './visit.ts';

/** Rows of a batch. Larger ones gain little more from being sorted, and hold more memory. */
const BATCH_ROWS = 30_000;
/** The first batch is small, so that the inserts begin early. */
const FIRST_BATCH = 5_000;

/** Where a reader hands over what it has read; `header` comes first. */
export interface VisitTaker extends UnderstandingTaker {
  header(header: Header, remarks: readonly Text[]): void;
  batch(batch: Batch): void;
  reject(rejection: Rejection): void;
  /** A line that is no row: a sum, signatures. */
  skip(skipped: SkippedLine): void;
}

/** Reads a visits file from its records: every row is judged, good ones go on in batches, bad ones with their reasons. */
export function readVisits(table: TableFile, reading: VisitReading, taker: VisitTaker): void {
  const batches = batching(taker);
  readRows(table, { ...reading, columns: VISIT_COLUMNS }, header => {
    taker.header(header, table.remarks);
    return rowTaker(header, reading, batches.add, taker);
  });
  batches.flush();
}

/** Collects visits to batches and hands the full ones over. */
function batching(taker: VisitTaker) {
  let capacity = FIRST_BATCH;
  let batch = emptyBatch(capacity);
  const flush = () => {
    if (batch.rows === 0) return;
    taker.batch(sorted(batch));
    capacity = BATCH_ROWS;
    batch = emptyBatch(capacity);
  };
  const add = (visit: Visit, line: number) => {
    pack(batch, visit, line);
    if (batch.rows === capacity) flush();
  };
  return { add, flush };
}

/** Takes the rows below a header: good ones are added, others skipped or rejected. */
function rowTaker(
  header: Header,
  reading: VisitReading,
  add: (visit: Visit, line: number) => void,
  taker: VisitTaker,
): TakeRow {
  const judge = rowJudge(header, reading, taker);
  return (fields, line) => {
    const judged = judge(fields, line);
    const extra = formProblems(header, VISIT_COLUMNS, fields);
    if (extra.length === 0 && !isWrong(judged)) {
      add(judged, line);
      return;
    }
    const what = notARow(header, fields);
    if (what) taker.skip({ line, what });
    else
      taker.reject({
        line,
        fields: [...fields],
        problems: [...extra, ...(isWrong(judged) ? judged.map(causeOf) : [])],
      });
  };
}

/** A cell that shows an error of a spreadsheet is refused for that, whatever else it is not. */
function causeOf(problem: Problem): Problem {
  const reason = errorIn(problem.value);
  return reason ? { ...problem, reason } : problem;
}
