import { type Column, isFigure, type Row, type Table } from '../kernel/view.ts';
import { type Pair, pairLines } from './pairs.ts';
import { printable } from './printable.ts';
import type { Rows } from './rows.ts';
import type { Style } from './style.ts';
import { painted } from './tone.ts';
import { wrappedHanging } from './wrap.ts';

/** A table that is too wide for its terminal: each row is a block, with its first cells as heading and the others under it. */
export function* blocksOf(table: Table, { sample, cells, later, cellsOf }: Rows, style: Style): Generator<string> {
  const headingBefore = groupHeadings(table, style);
  const named = Math.max(1, Math.min(MOST_NAMING, table.columns.findIndex(isFigureOrDay)));
  for (const [i, row] of sample.entries()) yield headingBefore(row) + block(table, row, cells[i] ?? [], named, style);
  for (const row of later) yield headingBefore(row) + block(table, row, cellsOf(row), named, style);
  if (table.totals) yield block(table, table.totals, cells.at(-1) ?? [], named, style);
  if (sample.length === 0) yield `${EMPTY[style.lang]}\n`;
}

const MOST_NAMING = 2;
const EMPTY = { zh: '（没有记录）', en: '(no rows)' };
const isFigureOrDay = (column: Column) => isFigure(column) || column.kind === 'day' || column.kind === 'instant';

/** One row: what names it in a line, and its values under it. */
function block(table: Table, row: Row, cells: readonly string[], named: number, style: Style): string {
  const heading = cells
    .slice(0, named)
    .filter(cell => cell !== '')
    .join('  ');
  const pairs = table.columns.slice(named).map((column, i): Pair => {
    const tone = column.tone?.(row, style.made.today);
    return { column, text: cells[named + i] ?? '', paint: text => painted(text, tone, style.paint) };
  });
  const lines = [...pairLines(pairs, style)];
  return `${[style.paint.bold(wrappedHanging(heading, style.width)), ...lines].join('\n')}\n`;
}

function groupHeadings({ groups }: Table, { lang, paint, width }: Style): (row: Row) => string {
  let last: string | undefined;
  return row => {
    const heading = printable(groups?.heading(row)[lang] ?? '');
    if (!groups || heading === last) return '';
    last = heading;
    return `── ${paint.bold(wrappedHanging(heading, width && width - 3))}\n`;
  };
}
