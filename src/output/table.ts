import CliTable, { type TableConstructorOptions } from 'cli-table3';
import { type Column, isFigure, type Row, type Table } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { widthOf } from './width.ts';
import { wrapped } from './wrap.ts';

/** cli-table3 slows down with the square of its rows, so it draws this many and no more. */
const PIECE = 200;
/** Rows that decide the column widths; a later, longer cell is wrapped. */
const SAMPLE = 1000;
const WIDEST = 60;
const NARROWEST = 4;
const PADDING = 2;

type Edge = 'top' | 'rule' | 'bottom';
const EDGES = {
  top: { top: '─', 'top-left': '┌', 'top-mid': '┬', 'top-right': '┐' },
  rule: { bottom: '─', 'bottom-left': '├', 'bottom-mid': '┼', 'bottom-right': '┤' },
  bottom: { bottom: '─', 'bottom-left': '└', 'bottom-mid': '┴', 'bottom-right': '┘' },
} as const satisfies Record<Edge, Record<string, string>>;
const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'mid'].flatMap(side => ['', '-left', '-mid', '-right'].map(end => [side + end, ''])),
);
const BARE = { ...NO_LINES, 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** A table drawn with lines, fitted to the terminal, with its heading, totals and counting rules. */
export function* tableOf(table: Table, style: Style): Generator<string> {
  const { shown, hidden } = limited(table.rows, style.limit);
  const sample: Row[] = [];
  let rest: Iterator<Row> | undefined = shown;
  for (let next = shown.next(); ; next = shown.next()) {
    if (next.done) rest = undefined;
    else sample.push(next.value);
    if (next.done || sample.length === SAMPLE) break;
  }
  const cellsOf = (columns: readonly Column[]) => (row: Row) =>
    columns.map(c => printable(shownCell(row[c.key], c, style.reveal, style.lang)));
  const titlesOf = (columns: readonly Column[]) => columns.map(c => c.title[style.lang]);
  const gridOf = (columns: readonly Column[]) => [
    titlesOf(columns),
    ...sample.map(cellsOf(columns)),
    ...(table.totals ? [cellsOf(columns)(table.totals)] : []),
  ];
  const columns = fitting(table.columns, gridOf(table.columns), style.width);
  const [titles = [], ...grid] = gridOf(columns);
  const totals = table.totals && grid.pop();
  const widths = fitted(columns, [titles, ...grid, ...(totals ? [totals] : [])], style.width);
  const draw = (rows: string[][], ...edges: Edge[]) => drawn(rows, columns, widths, edges);

  if (table.title) yield `${style.paint.bold(table.title[style.lang])}\n`;
  yield drawn([titles], columns, widths, ['top', 'rule'], line => style.paint.bold(line));
  yield draw(grid.slice(0, PIECE));
  for (const row of grid.slice(PIECE)) yield lineOf(row, columns, widths);
  const cells = cellsOf(columns);
  if (rest)
    for (let next = rest.next(); !next.done; next = rest.next()) yield lineOf(cells(next.value), columns, widths);
  yield totals ? drawnRule(columns, widths) + draw([totals], 'bottom') : drawnRule(columns, widths, 'bottom');
  const more = hidden();
  if (more > 0) yield `${style.paint.dim(moreText(more)[style.lang])}\n`;
  const left = table.columns.length - columns.length;
  if (left > 0) yield `${style.paint.dim(wrapped(leftOut(left)[style.lang], style.width ?? 1000))}\n`;
  for (const note of table.notes ?? []) yield `${style.paint.dim(wrapped(note[style.lang], style.width ?? 1000))}\n`;
}

/** The columns that a terminal has room for: details give way, the last ones first. */
function fitting(
  columns: readonly Column[],
  grid: readonly string[][],
  terminal: number | undefined,
): readonly Column[] {
  if (terminal === undefined) return columns;
  const widths = widest(columns, grid);
  const room = (kept: readonly Column[]) =>
    kept.reduce((sum, c) => sum + (widths[columns.indexOf(c)] ?? 0) + PADDING + 1, 1);
  let kept = columns;
  for (const one of [...columns].reverse())
    if (one.detail && room(kept) > terminal) kept = kept.filter(other => other !== one);
  return kept;
}

function leftOut(count: number) {
  return {
    zh: `窗口放不下，另有 ${count} 列没有显示：放宽窗口，或用 --format csv`,
    en: `${count} more columns do not fit: widen the window, or use --format csv`,
  };
}

/** The rows up to the limit, and how many lie behind it (they are counted, not shown). */
function limited(rows: Iterable<Row>, limit: number | undefined) {
  const source = rows[Symbol.iterator]();
  function* shown() {
    for (let count = 0; limit === undefined || count < limit; count++) {
      const next = source.next();
      if (next.done) return;
      yield next.value;
    }
  }
  const hidden = () => {
    let count = 0;
    while (!source.next().done) count++;
    return count;
  };
  return { shown: shown(), hidden };
}

function moreText(count: number) {
  const n = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return { zh: `……还有 ${n} 行：用 --format csv 导出全部`, en: `… ${n} more: use --format csv for all` };
}

function widest(columns: readonly Column[], rows: readonly string[][]): number[] {
  return columns.map((_, i) => {
    let most = 1;
    for (const row of rows) for (const line of (row[i] ?? '').split('\n')) most = Math.max(most, widthOf(line));
    return Math.min(most, WIDEST);
  });
}

/** Column widths from the widest cell, then the widest columns give way until the table fits the terminal. */
function fitted(columns: readonly Column[], rows: readonly string[][], terminal: number | undefined): number[] {
  const widths = widest(columns, rows);
  const frame = columns.length * (PADDING + 1) + 1;
  let excess = terminal === undefined ? 0 : widths.reduce((sum, w) => sum + w, frame) - terminal;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}

function drawn(
  rows: string[][],
  columns: readonly Column[],
  widths: readonly number[],
  edges: readonly Edge[],
  paint: (line: string) => string = line => line,
): string {
  if (rows.length === 0) return '';
  const options: TableConstructorOptions = {
    style: { head: [], border: [] },
    chars: Object.assign({ ...BARE }, ...edges.map(edge => EDGES[edge])),
    colWidths: widths.map(w => w + PADDING),
    colAligns: columns.map(c => (isFigure(c) ? 'right' : 'left')),
  };
  const table = new CliTable(options);
  // Wrapped first and painted after: colour codes have no width.
  const cell = (text: string, i: number) =>
    wrapped(text, widths[i] ?? WIDEST)
      .split('\n')
      .map(paint)
      .join('\n');
  for (const row of rows) table.push(row.map(cell));
  return `${table.toString()}\n`;
}

/** One row in the lines of the table above it. Behind the first rows cli-table3, 0.3 ms a row, is no longer asked. */
function lineOf(row: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const cells = row.map((text, i) => wrapped(text, widths[i] ?? WIDEST).split('\n'));
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

function drawnRule(columns: readonly Column[], widths: readonly number[], edge: Edge = 'rule'): string {
  const e = EDGES[edge as 'rule' | 'bottom'];
  const line = columns.map((_, i) => e.bottom.repeat((widths[i] ?? 0) + PADDING)).join(e['bottom-mid']);
  return `${e['bottom-left']}${line}${e['bottom-right']}\n`;
}
