import type { Day } from './day.ts';
import type { Text, Word } from './text.ts';

/** What a cell can hold; a Text is shown in the user's language, its English form goes into JSON, that of a Word beside its code. */
export type Cell = string | number | boolean | null | undefined | Text | Word;
export type Row = Readonly<Record<string, Cell>>;

/**
 * How a column is shown: `word` is one of a closed list, with its code beside it in JSON; `rate` is a share from 0 to 1,
 * `money` whole fen (in yuan for people), `yuan` the same as files and registers have it, `instant` UTC (in the user's time
 * zone for people); `name`, `phone`, `id` and `address` are masked unless revealed. A `text` may be about
 * people: numbers like those of phones and identity cards and the names of those concerned are hidden in it. A `code`
 * names a record, a `command` is one to copy, a `label` is the name of a unit, a domain or the like, and none of them says anything
 * of a person: they stay as they are, and a long list that has no text needs no look at the people behind each row.
 */
export type ColumnKind =
  | 'text'
  | 'word'
  | 'code'
  | 'label'
  | 'command'
  | 'integer'
  | 'rate'
  | 'money'
  | 'yuan'
  | 'day'
  | 'instant'
  | 'flag'
  | 'name'
  | 'phone'
  | 'id'
  | 'address';

export interface Column {
  readonly key: string;
  readonly title: Text;
  readonly kind: ColumnKind;
  /** Hidden first on a narrow terminal; files and JSON always have it. */
  readonly detail?: boolean;
  /** For a code or a command that is a text: it may be wrapped like one. */
  readonly isWrapped?: boolean;
  /** Only in files and JSON, for what would make every line of a drawn table too long. */
  readonly inFiles?: boolean;
  /** How a value is written for people, where its kind does not decide it (27万余户次); files and JSON have the value itself. */
  readonly reads?: (value: Cell) => Text;
  /** What a count is made up of, by the keys of other columns: whoever knows these knows it. */
  readonly sumOf?: { readonly plus: readonly string[]; readonly minus?: readonly string[] };
  /** What the value of a row means on a day, which a terminal shows in colour beside the words. */
  readonly tone?: (row: Row, today: Day) => Tone | undefined;
}

/** What a value means: late is red, soon yellow, good green, and what is over dim. */
export type Tone = 'late' | 'soon' | 'good' | 'over';

/** The names and numbers that the ledger knows of the people concerned, which texts hide unless revealed. */
export type Known = readonly string[];

/** What is known of the people whom a household or a case concerns, by the code of the one and the number of the other. */
export type PeopleOf = (code: string) => Known;

/** A list or a report: declared columns, rows that may come straight from the database, notes that say how it counts. */
export interface Table {
  readonly shape: 'table';
  /** Names the table inside a card's JSON. */
  readonly key?: string;
  readonly title?: Text;
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row>;
  readonly totals?: Row;
  readonly notes?: readonly Text[];
  /** What is drawn for people in place of the columns and rows, which CSV and JSON have: fewer and shorter. */
  readonly brief?: { readonly columns: readonly Column[]; readonly rows: readonly Row[] };
  /** What the texts hide besides what the personal columns hold and what is known of the records that the codes name. */
  readonly hides?: Known;
  /** Codes of households and numbers of cases that the table is about, where its rows do not name them. */
  readonly about?: readonly string[];
  /** Whether small counts are hidden in it, so that its cells cannot be drawn as pictures. */
  readonly isSuppressed?: boolean;
  /** A file to be edited and imported: it is CSV where no other format is asked for. */
  readonly isFile?: boolean;
  /**
   * Rows that follow each other under one heading: drawn for people, it takes the place of the columns that say the same;
   * CSV and JSON have the columns in every row.
   */
  readonly groups?: { readonly columns: readonly string[]; readonly heading: (row: Row) => Text };
}

/** One record on one page, with smaller tables under it. */
export interface Card {
  readonly shape: 'card';
  readonly title: Text;
  readonly columns: readonly Column[];
  readonly row: Row;
  readonly tables?: readonly Table[];
  readonly notes?: readonly Text[];
  /** What the texts of the page and of its tables hide. */
  readonly hides?: Known;
  readonly layout?: Layout;
}

/**
 * How a page is drawn on a terminal, so that what matters fits the first screen; files and pipes have the whole page. Tables
 * are named by their keys.
 */
export interface Layout {
  /** The column whose value stands in the title, and those of the line under it: where the record stands. */
  readonly title?: string;
  readonly lead: readonly string[];
  readonly parts: readonly Part[];
}

export type Part =
  /** The values of the record that are not in the lead. */
  | { readonly as: 'facts'; readonly title: Text }
  /** A table without lines: a row a line, of the rows that `row` keeps; `left` says how many it does not. */
  | {
      readonly as: 'list';
      readonly table: string;
      readonly columns: readonly Column[];
      readonly row?: (row: Row, today: Day) => Row | undefined;
      readonly left?: (rows: number, shown: number) => Text;
    }
  /** Commands: the first of them whole, the others by their verbs. */
  | { readonly as: 'steps'; readonly table: string; readonly heading: string; readonly by: string }
  /** What happened: the day and who did what in a line, and what it says in a paragraph. */
  | {
      readonly as: 'timeline';
      readonly table: string;
      readonly line: readonly string[];
      readonly text: readonly string[];
    }
  /** The tables that no part names. */
  | { readonly as: 'tables' }
  /** Lines that are always the same, such as commands on the record. */
  | { readonly as: 'lines'; readonly title: Text; readonly lines: readonly Text[] };

/** A few plain lines, such as a tree or "created"; `data` is what JSON gets. */
export interface Lines {
  readonly shape: 'lines';
  readonly lines: readonly Text[];
  readonly data: Row;
}

/** A page of prose with its heading; `data` is what JSON gets. */
export interface Prose {
  readonly shape: 'prose';
  readonly title: Text;
  readonly paragraphs: readonly Text[];
  readonly data: Row;
  readonly notes?: readonly Text[];
}

/** Several views, one under the other. */
interface Pages {
  readonly shape: 'pages';
  readonly pages: readonly View[];
}

export type View = Table | Card | Lines | Prose | Pages;

export function column(key: string, zh: string, en: string, kind: ColumnKind = 'text'): Column {
  return { key, title: { zh, en }, kind };
}

/** When a record began and ends, in every list. */
export const spanColumns = [
  detail('from_on', '起始日期', 'From', 'day'),
  detail('to_on', '截止日期', 'Until', 'day'),
] as const;

/** Some of a table's columns, in the order in which they are named. */
export function chosen(columns: readonly Column[], keys: readonly string[]): Column[] {
  return keys.flatMap(key => columns.filter(column => column.key === key));
}

/** Whether a column holds figures, which are aligned to the right. */
export function isFigure({ kind }: Column): boolean {
  return kind === 'integer' || kind === 'rate' || kind === 'money' || kind === 'yuan';
}

/** A column that is hidden where the terminal is too narrow for all. */
export function detail(key: string, zh: string, en: string, kind: ColumnKind = 'text'): Column {
  return { ...column(key, zh, en, kind), detail: true };
}

/** A count that is what others add up to, less what is taken off. */
export function sumOf(column: Column, plus: readonly string[], minus: readonly string[] = []): Column {
  return { ...column, sumOf: { plus, minus } };
}

export function lines(data: Row, ...texts: readonly Text[]): Lines {
  return { shape: 'lines', lines: texts, data };
}
