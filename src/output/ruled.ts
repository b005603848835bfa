import CliTable, { type TableConstructorOptions } from 'cli-table3';
import { type Column, isFigure, type Row, type Table } from '../kernel/view.ts';
import { barOf, barsIn } from './bar.ts';
import { type Fit, PADDING } from './fit.ts';
import { isWholeIn } from './measure.ts';
import { printable } from './printable.ts';
import type { Rows } from './rows.ts';
import type { Style } from './style.ts';
import { painted } from './tone.ts';
import { widthOf } from './width.ts';
import { evenLines, wrappedLines } from './wrap.ts';

/** A table with lines between its columns. */
export function* ruled(table: Table, frame: Frame, { sample, cells, later, cellsOf }: Rows): Generator<string> {
  yield headingOf(frame);
  const headingBefore = groupHeadings(table.groups, frame);
  for (const [i, row] of sample.entries()) yield headingBefore(row) + lineOf(row, cells[i] ?? [], frame);
  for (const row of later) yield headingBefore(row) + lineOf(row, cellsOf(row), frame);
  if (table.totals) yield ruleOf(frame, '├┼┤') + lineOf(table.totals, cells.at(-1) ?? [], frame);
  yield ruleOf(frame, '└┴┘');
}

/** The columns of a table, how wide each is drawn, and where its cells are in a row. */
interface Frame extends Fit {
  readonly all: readonly Column[];
  readonly places: readonly number[];
  /** How wide the bar of a rate is, which is drawn before it; 0 for the other columns. */
  readonly bars: readonly number[];
  /** The width of a text that takes the whole row. */
  readonly inner: number;
  readonly style: Style;
}

export function frameOf(fit: Fit, all: readonly Column[], style: Style): Frame {
  const places = fit.columns.map(column => all.indexOf(column));
  const bars = barsIn(fit, style.width);
  const widths = fit.widths.map((width, i) => width + (bars[i] ?? 0));
  const inner = widths.reduce((sum, width) => sum + width + PADDING + 1, -1) - PADDING;
  return { ...fit, all, places, bars, widths, inner, style };
}

const NO_LINES = Object.fromEntries(
  ['bottom', 'mid'].flatMap(side => ['', '-left', '-mid', '-right'].map(end => [side + end, ''])),
);
const LINES = { 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** The heading, drawn by cli-table3: rows would cost it the square of their number, and a long cell that of its lines. */
function headingOf(frame: Frame): string {
  const { columns, widths, style } = frame;
  const options: TableConstructorOptions = {
    style: { head: [], border: [] },
    chars: { ...NO_LINES, ...LINES },
    colWidths: widths.map(width => width + PADDING),
    colAligns: columns.map(column => (isFigure(column) ? 'right' : 'left')),
  };
  const table = new CliTable(options);
  // Wrapped first and painted after: colour codes have no width.
  table.push(
    columns.map(({ title }, i) =>
      evenLines(title[style.lang], widths[i] ?? 0)
        .map(line => style.paint.bold(line))
        .join('\n'),
    ),
  );
  return `${table.toString()}\n${ruleOf(frame, '├┼┤')}`;
}

/** What comes before a row that begins a group: its heading, as wide as the table. */
function groupHeadings(groups: Table['groups'], frame: Frame): (row: Row) => string {
  const { lang, paint } = frame.style;
  let last: string | undefined;
  return row => {
    const heading = printable(groups?.heading(row)[lang] ?? '');
    if (!groups || heading === last) return '';
    const rule = last === undefined ? '' : ruleOf(frame, '├┼┤');
    last = heading;
    return rule + acrossRow(wrappedLines(heading, frame.inner), frame, paint.bold);
  };
}

/** Lines that take the whole width of a table. */
function acrossRow(lines: readonly string[], { inner }: Frame, paint: (text: string) => string): string {
  return lines.map(line => `│ ${paint(line)}${' '.repeat(Math.max(0, inner - widthOf(line)))} │\n`).join('');
}

/** One row in as many lines as its longest cell needs, and under it what has no place in them. */
function lineOf(row: Row, all: readonly string[], frame: Frame): string {
  const { columns, widths, places, bars, style } = frame;
  const isWhole = columns.map((column, i) => isWholeIn(column, all[places[i] ?? 0] ?? '', widths[i] ?? 0));
  const cells = columns.map((_, i) => (isWhole[i] ? wrappedLines(all[places[i] ?? 0] ?? '', widths[i] ?? 0) : ['']));
  const tones = columns.map(column => column.tone?.(row, style.made.today));
  const height = Math.max(1, ...cells.map(lines => lines.length));
  let drawing = '';
  for (let at = 0; at < height; at++) {
    const line = columns.map((column, i) => {
      const text = cells[i]?.[at] ?? '';
      const bar = at === 0 ? barOf(row[column.key], bars[i] ?? 0) : '';
      const blank = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text) - widthOf(bar)));
      const said = painted(text, tones[i], style.paint);
      return isFigure(column) ? bar + blank + said : said + blank;
    });
    drawing += `│ ${line.join(' │ ')} │\n`;
  }
  return drawing + underRow(all, [...columns.filter((_, i) => !isWhole[i]), ...frame.below, ...frame.empty], frame);
}

/** What has no place in the cells of a row: paragraphs, each after the title of its column. */
function underRow(all: readonly string[], columns: readonly Column[], frame: Frame): string {
  const { style, inner } = frame;
  return columns
    .map(column => {
      const text = all[frame.all.indexOf(column)] ?? '';
      if (text === '') return '';
      const [zh, en] = [`${column.title.zh}：`, `${column.title.en}: `];
      const lines = wrappedLines((style.lang === 'zh' ? zh : en) + text, inner - INDENT.length);
      return acrossRow(
        lines.map(line => INDENT + line),
        frame,
        style.paint.dim,
      );
    })
    .join('');
}

const INDENT = '  ';

function ruleOf({ widths }: Frame, joints: '├┼┤' | '└┴┘'): string {
  const [left, middle, right] = joints;
  return `${left}${widths.map(width => '─'.repeat(width + PADDING)).join(middle)}${right}\n`;
}
