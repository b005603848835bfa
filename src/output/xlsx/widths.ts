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
const RATE = 6;

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
