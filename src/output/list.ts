import type { Day } from '../kernel/day.ts';
import { isFigure, type Part, type Row } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { painted } from './tone.ts';
import { widthOf } from './width.ts';
import { wrappedHanging, wrappedLines } from './wrap.ts';

const INDENT = '  ';
const GAP = 2;

/** Rows without lines between them, a line each: the last column takes what is left, and is wrapped in it. */
export function listLines(part: Extract<Part, { as: 'list' }>, rows: readonly Row[], style: Style): string[] {
  const shown = kept(part, rows, style.made.today);
  const cellsOf = (row: Row) =>
    part.columns.map(column => printable(shownCell(row[column.key], column, style)).replaceAll('\n', ' '));
  const all = shown.map(cellsOf);
  const widthAt = (i: number) => Math.max(0, ...all.map(cells => widthOf(cells[i] ?? '')));
  const filled = fittingOf(
    [...part.columns.keys()].filter(i => widthAt(i) > 0),
    widthAt,
    style.width ?? 100,
  );
  const widths = filled.map(widthAt);
  const before = beforeLast(widths);
  const room = (style.width ?? 100) - before;
  const lines = shown.flatMap((row, at) => {
    const parts = filled.map((i, place) => {
      const [column, text] = [part.columns[i], all[at]?.[i] ?? ''];
      const isLast = place === filled.length - 1;
      const [first = '', ...more] = isLast ? wrappedLines(text, room) : [text];
      const blank = isLast ? '' : ' '.repeat((widths[place] ?? 0) - widthOf(first) + GAP);
      const said = painted(first, column?.tone?.(row, style.made.today), style.paint);
      return { text: column && isFigure(column) ? blank.slice(GAP) + said + blank.slice(0, GAP) : said + blank, more };
    });
    const more = parts.flatMap(({ more }) => more).map(line => ' '.repeat(before) + line);
    return [(INDENT + parts.map(({ text }) => text).join('')).trimEnd(), ...more];
  });
  const left = rows.length - shown.length;
  return left > 0 && part.left
    ? [...lines, style.paint.dim(wrappedHanging(INDENT + part.left(left, shown.length)[style.lang], style.width))]
    : lines;
}

function kept({ row: of }: Extract<Part, { as: 'list' }>, rows: readonly Row[], today: Day): readonly Row[] {
  if (!of) return rows;
  const shown: Row[] = [];
  for (const row of rows) {
    const drawn = of(row, today);
    if (drawn) shown.push(drawn);
  }
  return shown;
}

/** The last column is wrapped in this much room, or left out where there is less. */
const NARROWEST = 16;

const beforeLast = (widths: readonly number[]) =>
  widths.slice(0, -1).reduce((sum, width) => sum + width + GAP, INDENT.length);

/** The columns for which a line has room, the first before the others. */
function fittingOf(columns: readonly number[], widthAt: (i: number) => number, width: number): readonly number[] {
  const last = widthAt(columns.at(-1) ?? 0);
  const fits = beforeLast(columns.map(widthAt)) + Math.min(last, NARROWEST) <= width;
  return fits || columns.length <= 1 ? columns : fittingOf(columns.slice(0, -1), widthAt, width);
}
