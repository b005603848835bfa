import { eachRecord } from '../intake/csv.ts';
import { type Header, noHeader, problem, readHeader, TOO_MANY } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Rejection } from '../register/rejected.ts';
import { type Batch, emptyBatch, pack, sorted } from './batch.ts';
import { isWrong, visitJudge } from './judge.ts';
import type { Lookups } from './known.ts';
import { cellsBy, type VisitRow, visitSheet } from './visit.ts';

/** Rows of a batch. Larger ones gain little more from being sorted, and hold more memory. */
const BATCH_ROWS = 30_000;
/** The first batch is small, so that the inserts begin early. */
const FIRST_BATCH = 5_000;

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
  let capacity = FIRST_BATCH;
  let batch = emptyBatch(capacity);

  const flush = () => {
    if (batch.rows === 0) return;
    taker.batch(sorted(batch));
    capacity = BATCH_ROWS;
    batch = emptyBatch(capacity);
  };
  eachRecord(text, file, (fields, line) => {
    if (!cells) {
      const header = readHeader(visitSheet, fields, file);
      taker.header(header);
      cells = cellsBy(header.at);
      width = fields.length;
      return;
    }
    const judged = judge(cells(fields));
    const extra = fields.length > width && fields.slice(width).some(field => field.trim() !== '');
    if (extra || isWrong(judged)) {
      const problems = isWrong(judged) ? judged : [];
      const tooMany = extra ? [problem('', fields.slice(width).join(','), TOO_MANY)] : [];
      taker.reject({ line, fields: [...fields], problems: [...tooMany, ...problems] });
      return;
    }
    pack(batch, judged, line);
    if (batch.rows === capacity) flush();
  });
  if (!cells) throw noHeader(file, visitSheet);
  flush();
}
