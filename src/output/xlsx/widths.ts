import { grouped } from '../../kernel/money.ts';
import { widthOf } from '../width.ts';
import type { SheetCell } from './value.ts';

const NARROWEST = 6;
const WIDEST = 50;
/** What a spreadsheet adds beside a text, and the button of the filter in a heading. */
const PADDING = 2;
const BUTTON = 2;
/** A longer heading is broken into lines. */
const WIDEST_HEADING = 16;
const DAY = 10;
const INSTANT = 16;
const RATE = 7;

/** How wide a column is, in characters: a Chinese one counts double. What is longer is broken into lines. */
export function columnWidth(title: string, cells: readonly (SheetCell | undefined)[]): number {
  let most = Math.min(widest(title), WIDEST_HEADING) + BUTTON;
  for (const cell of cells) if (cell && cell.value !== '') most = Math.max(most, cellWidth(cell));
  return Math.max(NARROWEST, Math.min(most, WIDEST)) + PADDING;
}

function cellWidth({ form, value }: SheetCell): number {
  switch (form) {
    case 'day':
      return DAY;
    case 'instant':
      return INSTANT;
    case 'rate':
      return RATE;
    case 'integer':
    case 'money':
      return grouped(value).length;
    default:
      return widest(value);
  }
}

function widest(text: string): number {
  if (!text.includes('\n')) return widthOf(text);
  return Math.max(...text.split('\n').map(widthOf));
}

const LINE = 15;
/** Spreadsheets show no more of a row than this. */
const TALLEST = 409;

/** The height of a row of which texts are broken into lines, in points; undefined where one line is enough. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number | undefined {
  let lines = 1;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] ?? '';
    const room = (widths[i] ?? WIDEST) - PADDING;
    // As a rule a text is short, and this runs for every cell.
    if (text.length * 2 > room || text.includes('\n')) lines = Math.max(lines, linesOf(text, room));
  }
  return lines === 1 ? undefined : Math.min(lines * LINE, TALLEST);
}

function linesOf(text: string, room: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}
