import CliTable, { type TableConstructorOptions } from 'cli-table3';
import type { Text } from '../kernel/text.ts';
import { type Column, isFigure, type Row, type Table } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { fittingColumns, fittingWidths, PADDING } from './fit.ts';
import { firstOf, leftOut, limited } from './limit.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { widthOf } from './width.ts';
import { wrappedLines } from './wrap.ts';

/** Rows that decide the column widths; a later, longer cell is wrapped. */
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
  const cellsOf = (columns: readonly Column[], row: Row) =>
    columns.map(column => printable(shownCell(row[column.key], column, style)));
  const sample = [...firstOf(shown, SAMPLE)];
  const deciding = table.totals ? [...sample, table.totals] : sample;
  const gridOf = (columns: readonly Column[]) => [
    columns.map(({ title }) => title[style.lang]),
    ...deciding.map(row => cellsOf(columns, row)),
  ];
  const all = gridOf(table.columns);
  const columns = fittingColumns(table.columns, all, style.width);
  const grid = columns === table.columns ? all : gridOf(columns);
  const frame = { columns, widths: fittingWidths(grid, style.width) };
  const [titles = [], ...cells] = grid;

  if (table.title) yield `${style.paint.bold(table.title[style.lang])}\n`;
  yield headingOf(titles, frame, style);
  const headingBefore = groupHeadings(table.groups, frame, style);
  for (const [i, row] of sample.entries()) yield headingBefore(row) + lineOf(cells[i] ?? [], frame);
  for (const row of shown) yield headingBefore(row) + lineOf(cellsOf(columns, row), frame);
  if (table.totals) yield ruleOf(frame, '├┼┤') + lineOf(cells.at(-1) ?? [], frame);
  yield ruleOf(frame, '└┴┘');
  for (const note of notesOf(table, hidden(), table.columns.length - columns.length))
    yield `${style.paint.dim(wrappedLines(note[style.lang], style.width ?? 1000).join('\n'))}\n`;
}

/** What is said under a table: what it leaves out, and how it counts. */
function notesOf(table: Table, rows: number, columns: number): Text[] {
  const left = {
    zh: `窗口放不下，另有 ${columns} 列没有显示：放宽窗口，或用 --format csv`,
    en: `${columns} more columns do not fit: widen the window, or use --format csv`,
  };
  return [...leftOut(rows), ...(columns > 0 ? [left] : []), ...(table.notes ?? [])];
}

/** The columns of a table and how wide each is drawn. */
interface Frame {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
}

const NO_LINES = Object.fromEntries(
  ['bottom', 'mid'].flatMap(side => ['', '-left', '-mid', '-right'].map(end => [side + end, ''])),
);
const LINES = { 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** The heading, drawn by cli-table3: rows would cost it the square of their number, and a long cell that of its lines. */
function headingOf(titles: readonly string[], frame: Frame, style: Style): string {
  const options: TableConstructorOptions = {
    style: { head: [], border: [] },
    chars: { ...NO_LINES, ...LINES },
    colWidths: frame.widths.map(width => width + PADDING),
    colAligns: frame.columns.map(column => (isFigure(column) ? 'right' : 'left')),
  };
  const table = new CliTable(options);
  // Wrapped first and painted after: colour codes have no width.
  table.push(
    titles.map((title, i) =>
      wrappedLines(title, frame.widths[i] ?? 0)
        .map(line => style.paint.bold(line))
        .join('\n'),
    ),
  );
  return `${table.toString()}\n${ruleOf(frame, '├┼┤')}`;
}

/** What comes before a row that begins a group: its heading, as wide as the table. */
function groupHeadings(groups: Table['groups'], frame: Frame, { lang, paint }: Style): (row: Row) => string {
  const width = frame.widths.reduce((sum, own) => sum + own + PADDING + 1, -1) - PADDING;
  let last: string | undefined;
  return row => {
    const heading = printable(groups?.heading(row)[lang] ?? '');
    if (!groups || heading === last) return '';
    const rule = last === undefined ? '' : ruleOf(frame, '├┼┤');
    last = heading;
    const lines = wrappedLines(heading, width).map(
      line => `│ ${paint.bold(line)}${' '.repeat(Math.max(0, width - widthOf(line)))} │\n`,
    );
    return rule + lines.join('');
  };
}

/** One row in as many lines as its longest cell needs. */
function lineOf(row: readonly string[], { columns, widths }: Frame): string {
  const cells = row.map((text, i) => wrappedLines(text, widths[i] ?? 0));
  const height = Math.max(...cells.map(lines => lines.length));
  let drawing = '';
  for (let at = 0; at < height; at++) {
    const line = cells.map((lines, i) => {
      const text = lines[at] ?? '';
      const blank = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)));
      return columns[i] && isFigure(columns[i]) ? blank + text : text + blank;
    });
    drawing += `│ ${line.join(' │ ')} │\n`;
  }
  return drawing;
}

function ruleOf({ widths }: Frame, joints: '├┼┤' | '└┴┘'): string {
  const [left, middle, right] = joints;
  return `${left}${widths.map(width => '─'.repeat(width + PADDING)).join(middle)}${right}\n`;
}
