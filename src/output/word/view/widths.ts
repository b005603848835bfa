import { widthOf } from '../../width.ts';

/** What a column of a table on paper holds, as far as it matters for its width. */
export interface PaperColumn {
  readonly title: string;
  /** Whether its values are read as a whole: figures, codes, days. */
  readonly isWhole: boolean;
  readonly cells: readonly string[];
}

/** How a table lies on the paper, in twips (a twentieth of a point), and how large its letters are, in half points. */
export interface PaperTable {
  readonly lies: Lie;
  readonly widths: readonly number[];
  readonly size: number;
}

export type Lie = 'upright' | 'across';

/** The room between the margins of A4. */
export const ROOM: Readonly<Record<Lie, number>> = { upright: 9638, across: 14570 };
/** The usual size of letters, and down to the smallest that can be read. */
export const USUAL = 21;
/** Tried in this order: a page that lies across is better than letters that are hard to read. */
const TRIES: readonly (readonly [Lie, number])[] = [
  ['upright', USUAL],
  ['upright', 18],
  ['across', USUAL],
  ['across', 18],
  ['upright', 15],
  ['across', 15],
  ['across', 13],
];
/** What a cell has on both sides of its text. */
const PADDING = 150;
/** The narrowest column of text that can be broken anywhere, and the widest that a text asks for, in half-width characters. */
const NARROW = 8;
const WIDE = 40;

/** The way in which a table fits A4: upright in the usual letters, if need be in smaller ones, else across. */
export function fitted(columns: readonly PaperColumn[], ways: readonly Lie[] = ['upright', 'across']): PaperTable {
  const tries = TRIES.filter(([lies]) => ways.includes(lies));
  const isWide = ([lies, size]: (typeof TRIES)[number]) =>
    total(columns.map(column => least(column, size))) > ROOM[lies];
  const [lies, size] = tries.find(each => !isWide(each)) ?? tries.at(-1) ?? (['across', USUAL] as const);
  return { lies, size, widths: shared(columns, size, ROOM[lies]) };
}

/** What each column needs, and the rest of the room in proportion to what their texts would need in one line. */
function shared(columns: readonly PaperColumn[], size: number, room: number): number[] {
  const needed = columns.map(column => least(column, size));
  const wished = columns.map((column, i) => Math.max(needed[i] ?? 0, most(column, size)));
  const rest = Math.max(0, room - total(needed));
  const wishes = wished.map((wish, i) => wish - (needed[i] ?? 0));
  const sum = total(wishes);
  // Nobody wishes for all of the room: what is over is shared by all.
  const part = (i: number) =>
    sum > rest ? ((wishes[i] ?? 0) / sum) * rest : (wishes[i] ?? 0) + (rest - sum) / columns.length;
  return needed.map((width, i) => Math.floor(width + part(i)));
}

/** A half-width character of a size takes half an em. */
const twips = (characters: number, size: number) => Math.ceil(characters * size * 5 * 1.06) + PADDING;

function least({ title, isWhole, cells }: PaperColumn, size: number): number {
  const words = widest(unbreakable(title));
  return twips(Math.max(words, isWhole ? widest(cells) : Math.min(NARROW, widest(cells)), 2), size);
}

function most({ title, cells }: PaperColumn, size: number): number {
  return twips(Math.min(WIDE, Math.max(widest(cells), widthOf(title))), size);
}

/** The pieces of a heading that stay in one line: words of letters, and two Chinese characters. */
function unbreakable(title: string): string[] {
  return title.split(/[\s-]+/).flatMap(word => (/^[\x21-\x7e]+$/.test(word) ? [word] : [word.slice(0, 2)]));
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.flatMap(text => text.split('\n')).map(widthOf));
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
