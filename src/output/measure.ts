import type { Column } from '../kernel/view.ts';
import { charactersOf, widestPiece } from './pieces.ts';
import { widthOf } from './width.ts';

/** The most that a text gets; it is wrapped in this width even where there is more room. */
const WIDEST = 60;
/** A text up to this width is never wrapped: the name of a village, a status. */
const WHOLE = 12;
/** A wider one gets at least this much. */
const SHORT = 10;
/** A wider text is long: it gets this much room, or becomes a paragraph under its row. */
const MIDDLE = 32;
const ROOM_FOR_LONG = 26;
/** A Chinese title of so many characters is not broken. */
const WHOLE_TITLE = 3;

/** The titles of columns, and under them the cells that decide how wide each is. */
export type Grid = readonly (readonly string[])[];

/** What a column needs of the width of a terminal. */
export interface Measured {
  readonly column: Column;
  /** Its place in the grid. */
  readonly at: number;
  /** Its width where nothing is wrapped; a long text is wrapped all the same. */
  readonly want: number;
  /** The least width in which no number, day, code, command or short name is broken. */
  readonly least: number;
  readonly isEmpty: boolean;
  /** Whether it holds texts that are better read as paragraphs than in a narrow column. */
  readonly isLong: boolean;
}

/** Whether what a column holds may be broken between words; a figure, a day, a code, a phone or a command may not. */
export function isWrapped({ kind, isWrapped: isText = false }: Column): boolean {
  return isText || kind === 'text' || kind === 'label' || kind === 'word' || kind === 'name' || kind === 'address';
}

/** Whether a cell can be drawn in a width without breaking what belongs together. */
export function isWholeIn(column: Column, text: string, width: number): boolean {
  return widthOf(text) <= width || (isWrapped(column) && widestPiece(text) <= width);
}

export function measured(columns: readonly Column[], grid: Grid): Measured[] {
  return columns.map((column, at) => {
    const [title = '', ...cells] = grid.map(row => row[at] ?? '');
    const natural = Math.max(1, ...cells.map(widestLine));
    const want = Math.max(isWrapped(column) ? Math.min(natural, WIDEST) : natural, widthOf(title));
    const least = Math.max(leastOf(column, cells, natural), leastOfTitle(title));
    const isLong = isWrapped(column) && natural > MIDDLE;
    return { column, at, want: Math.max(want, least), least, isEmpty: cells.every(cell => cell === ''), isLong };
  });
}

function leastOf(column: Column, cells: readonly string[], natural: number): number {
  if (!isWrapped(column) || natural <= WHOLE) return natural;
  const whole = cells.reduce((most, cell) => Math.max(most, widthOf(cell) > SHORT ? widestPiece(cell) : 0), 0);
  return Math.max(whole, natural > MIDDLE ? ROOM_FOR_LONG : SHORT);
}

/** A title is broken between its words; a Chinese one in even parts, so that no character is by itself. */
function leastOfTitle(title: string): number {
  const words = title.split(/ +|(?=[（(])/);
  return Math.max(0, ...words.map(word => (/\p{Script=Han}/u.test(word) ? leastOfWord(word) : widthOf(word))));
}

function leastOfWord(word: string): number {
  const characters = [...charactersOf(word)].length;
  const lines = characters <= WHOLE_TITLE ? 1 : characters <= 8 ? 2 : 3;
  return Math.max(widestPiece(word), Math.ceil(characters / lines) * 2);
}

/** The width of the widest line of a text. */
function widestLine(text: string): number {
  return text.includes('\n') ? Math.max(...text.split('\n').map(widthOf)) : widthOf(text);
}
