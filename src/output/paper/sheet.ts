/**
 * A paper as an office draws it, for Word and for the printer alike. Its texts may have tags in braces (`{facts}`), which
 * are filled in from the fields of a record; a paper without tags is drawn as it is. Line breaks in a text are kept.
 */
export interface Sheet {
  readonly title: string;
  readonly size?: Size;
  readonly blocks: readonly Block[];
}

/** A5 is half an A4: what is handed over at the counter. */
export type Size = 'A4' | 'A5';

export type Block = Title | Line | Paragraph | Grid | Each;

/** The heading of a paper, in its middle; `newPage` where another paper comes before it. */
interface Title {
  readonly shape: 'title';
  readonly text: string;
  readonly newPage?: boolean;
}

/** A line of its own: whose number it is, who signs, the date. */
interface Line {
  readonly shape: 'line';
  readonly text: string;
  readonly align: Align;
}

/** Running text: its first line is indented by two characters, except where it is a heading. */
interface Paragraph {
  readonly shape: 'paragraph';
  readonly text: string;
  readonly isHeading?: boolean;
}

/** A table with lines around its cells; `columns` are the shares of the page's width. */
export interface Grid {
  readonly shape: 'grid';
  readonly columns: readonly number[];
  readonly rows: readonly GridRow[];
  /** Whether it is set small: much fixed text that is to stay on its page. */
  readonly isDense?: boolean;
  /** Whether all of it is on one page, as signatures are. */
  readonly isWhole?: boolean;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** The list whose items each have a row like this. */
  readonly each?: string;
  /** The rows that follow it for the same item. */
  readonly more?: readonly GridRow[];
  /** The least height in millimetres: room for what is written by hand. */
  readonly height?: number;
  /** Whether it is repeated on each page. */
  readonly isHead?: boolean;
}

export interface GridCell {
  readonly text: string;
  /** How many columns it covers; 1 where nothing is said. */
  readonly span?: number;
  /** Whether it says what stands beside or below it. */
  readonly isLabel?: boolean;
  readonly align?: Align;
  /** Whether it begins at the top of a high row, for text that goes on by hand. */
  readonly isAtTop?: boolean;
}

/** Blocks that are drawn once for each item of a list. */
interface Each {
  readonly shape: 'each';
  readonly list: string;
  readonly blocks: readonly Block[];
}

export type Align = 'left' | 'center' | 'right';

/** The fields of a record by their names: texts, and lists of records with fields of their own. */
export interface Fields {
  readonly [name: string]: string | readonly Fields[];
}

export const title = (text: string, newPage = false): Block => ({ shape: 'title', text, newPage });
export const line = (text: string, align: Align = 'left'): Block => ({ shape: 'line', text, align });
export const paragraph = (text: string): Block => ({ shape: 'paragraph', text });
export const heading = (text: string): Block => ({ shape: 'paragraph', text, isHeading: true });
export const each = (list: string, ...blocks: readonly Block[]): Block => ({ shape: 'each', list, blocks });
export const grid = (columns: readonly number[], ...rows: readonly GridRow[]): Block => ({
  shape: 'grid',
  columns,
  rows,
});
/** A table of much fixed text. */
export const dense = (columns: readonly number[], ...rows: readonly GridRow[]): Block => ({
  shape: 'grid',
  columns,
  rows,
  isDense: true,
});
export const label = (text: string, span = 1): GridCell => ({ text, span, isLabel: true });
export const cell = (text: string, span = 1): GridCell => ({ text, span });
