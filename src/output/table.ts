import type { Text } from '../kernel/text.ts';
import type { Column, Row, Table } from '../kernel/view.ts';
import { blocksOf } from './blocks.ts';
import { shownCell } from './cell.ts';
import { fitted } from './fit.ts';
import { firstOf, leftOut, limited } from './limit.ts';
import { printable } from './printable.ts';
import { frameOf, ruled } from './ruled.ts';
import type { Style } from './style.ts';
import { wrapped, wrappedHanging } from './wrap.ts';

/** Rows that decide how a table is drawn; a later cell that is too long is written under its row. */
const SAMPLE = 1000;

/** A table drawn with lines, fitted to the terminal, with its heading, totals and counting rules. */
export function* tableOf({ columns, ...view }: Table, style: Style): Generator<string> {
  const inHeadings = new Set(view.groups?.columns);
  const table = { ...view, columns: columns.filter(({ inFiles, key }) => !inFiles && !inHeadings.has(key)) };
  const rows = limited(table.rows, style.limit);
  try {
    yield* drawn(table, rows, style);
  } finally {
    // Where the result cannot be written, the query behind the rows is still open.
    rows.end();
  }
}

function* drawn(table: Table, { shown, hidden }: ReturnType<typeof limited>, style: Style): Generator<string> {
  const { columns, totals } = table;
  const cellsOf = (row: Row) => columns.map(column => printable(shownCell(row[column.key], column, style)));
  const sample = [...firstOf(shown, SAMPLE)];
  const titles = columns.map(({ title }) => title[style.lang]);
  const grid = [titles, ...sample.map(cellsOf), ...(totals ? [cellsOf(totals)] : [])];
  const fit = fitted(columns, grid, style.width);
  if (table.title) yield `${style.paint.bold(wrappedHanging(table.title[style.lang], style.width))}\n`;
  const rows = { sample, cells: grid.slice(1), later: shown, cellsOf };
  if (fit) yield* ruled(table, frameOf(fit, columns, style), rows);
  else yield* blocksOf(table, rows, style);
  for (const note of notesOf(table, hidden(), fit?.hidden ?? []))
    yield `${style.paint.dim(wrapped(note[style.lang], style.width ?? 1000))}\n`;
}

/** What is said under a table: what it leaves out, and how it counts. */
function notesOf(table: Table, rows: number, hidden: readonly Column[]): Text[] {
  const [zh, en] = [hidden.map(({ title }) => title.zh).join('、'), hidden.map(({ title }) => title.en).join(', ')];
  const left = {
    zh: `窗口放不下，另有 ${hidden.length} 列没有显示（${zh}）：放宽窗口，或用 --format csv`,
    en: `${hidden.length} more columns do not fit (${en}): widen the window, or use --format csv`,
  };
  return [...leftOut(rows), ...(hidden.length > 0 ? [left] : []), ...(table.notes ?? [])];
}
