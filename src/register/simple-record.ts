import type { Problem, Sheet, Whole } from '../intake/sheet.ts';
import type { Day, Span } from '../kernel/day.ts';
import type { Noun, Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { AnyRow, EntryRule } from './register.ts';

/** How records of another table are named: by which code, and for how long they exist. */
export interface Referent {
  /** A query for id, code, from_on, to_on of all of them, the current name of each last. */
  readonly all: string;
  /** An expression for the code of the record whose id is `%`. */
  readonly code: string;
}

/** A column that names a record of another table by its code; the table keeps the other's id. */
export interface Reference {
  /** The column of the table: `unit_id`. */
  readonly column: string;
  readonly referent: Referent;
  readonly optional?: boolean;
  /** Other tables whose records the column may name instead, each with a column of its own: an owner is a department or a cadre. */
  readonly others?: readonly Pick<Reference, 'column' | 'referent'>[];
  /** What is said of a code that nothing has. */
  readonly unknown?: Text;
}

/** The record that a column of references names. */
export interface Referenced extends Span {
  readonly id: number;
  readonly code: string;
  /** The column of the table that keeps its id. */
  readonly column: string;
  /** The code that it has now, where it was named by a former one. */
  readonly current: string;
  /** What kind it is, where its table has kinds: a unit's level. */
  readonly level?: string;
}

/** Units, by the codes they have and had; they exist from their first term on. */
export const UNITS: Referent = {
  all: `select t.unit_id as id, t.code, t.level, (select min(from_on) from unit_term where unit_id = t.unit_id) as from_on,
    (select max(to_on) from unit_term where unit_id = t.unit_id) as to_on from unit_term t order by t.from_on`,
  code: '(select code from unit_term where unit_id = % order by from_on desc limit 1)',
};

/** Records of a table with a code and, where it has one, a span. */
export function codedTable(table: string, spanned = true): Referent {
  const span = spanned ? 'from_on, to_on' : `'0001-01-01' as from_on, '9999-12-31' as to_on`;
  return { all: `select id, code, ${span} from ${table}`, code: `(select code from ${table} where id = %)` };
}

/** A column that the table keeps in another form: an amount in yuan as whole fen. */
export interface StoredAs {
  /** The column of the table: `amount_fen`. */
  readonly column: string;
  /** An expression for the text of what is in a column. */
  text(column: string): string;
  stored(text: string): number | null;
}

/** The records of a kind that are in the ledger, with those of earlier rows of the same file. */
export interface KnownRows<R> {
  /** The one with a key. */
  keyed(key: string): Whole<R> | undefined;
  all(): readonly Whole<R>[];
  /** Whether a word names a record in a column of references, and by which code. */
  codeOf(column: keyof R & string, word: string): string | undefined;
}

/** What a rule of a simple record looks at. */
export interface RuleInput<R> {
  /** With nothing left out. */
  readonly row: Whole<R>;
  /** The records that the row names, by its columns. */
  readonly references: Readonly<Partial<Record<keyof R, Referenced>>>;
  /** The day from which the row holds. */
  readonly on: Day;
  /** All records but this one, with those of earlier rows of the same file; of dated records every version. */
  readonly others: readonly Whole<R>[];
  /** Those of them that name the same record in a column, by whatever code. */
  othersNaming(column: keyof R & string): readonly Whole<R>[];
  readonly db: Db;
}

/** How codes in a row are replaced by what they stand for; what it needs is read once, for all rows of a file. */
export interface Spelling<R> {
  speltOut(row: R): R;
}

/**
 * A kind of record that is one row of one table: its columns are those of its file, except that references
 * are kept as ids. Most nouns of an office are such; what else must hold for them is in `rules`.
 */
export interface SimpleRecord<R extends AnyRow = AnyRow> {
  readonly noun: string;
  readonly table: string;
  readonly title: Noun;
  readonly sheet: Sheet<R>;
  /** The column that names a record, `code` where nothing else is declared. */
  readonly key?: keyof R & string;
  /** The column of the table that lists are sorted by, where it is not the key. */
  readonly orderBy?: string;
  readonly immutable: readonly (keyof R & string)[];
  readonly references?: Readonly<Partial<Record<keyof R & string, Reference>>>;
  /** A second column that names a record on the command line: a department's name. */
  readonly alias?: keyof R & string;
  readonly storedAs?: Readonly<Partial<Record<keyof R & string, StoredAs>>>;
  /** Columns of the table that are not in the file, with their value in a new record. */
  readonly defaults?: Readonly<Record<string, string | number>>;
  /** Columns of a record with a span whose changes hold from a day on; their earlier values stay readable. */
  readonly dated?: readonly (keyof R & string)[];
  /** An expression for the day on which an open span really began, where it is known: a site's founding. */
  readonly defaultStart?: string;
  /** Of what happens on one day: an immutable column with that day, which is not in the future. */
  readonly eventDay?: keyof R & string;
  /** Fills in what a row leaves out or says in other words, such as the code of a new record; `known` are those in the ledger. */
  complete?(input: { readonly row: R; readonly known: KnownRows<R>; readonly db: Db }): R;
  /** What to say of new rows that are valid and yet may be a mistake. */
  doubts?(added: readonly R[]): readonly Text[];
  /** What limits a row's span besides its references: a village rule is in force from its adoption at the earliest. */
  limits?(row: R): Span;
  /** What is wrong with a row besides its references and its span. Dated records are checked version by version. */
  rules?(input: RuleInput<R>): Problem[];
  /** Puts words in the place of codes that a row may name them by: the chair of a meeting by the code of his post. */
  spelling?(db: Db): Spelling<R>;
  /** How rows without codes are numbered. */
  readonly numbering?: {
    /** What a new code begins with, which says where the record belongs. */
    start(row: R): string;
    /** How many digits the number has at least; 2 where nothing is said. */
    readonly digits?: number;
    /** The columns that name a record there. */
    readonly by: readonly [keyof R & string, ...(keyof R & string)[]];
  };
  /** A rule for what is entered by itself; what a file brings is kept as it happened. */
  entryRule?: EntryRule<R>;
}

export function keyColumn({ key = 'code' }: SimpleRecord): string {
  return key;
}

/** What names a row among all of its kind. */
export function keyOf(record: SimpleRecord, row: AnyRow): string {
  return String(row[keyColumn(record)]);
}

export function hasSpan({ sheet }: SimpleRecord): boolean {
  return 'from_on' in sheet;
}
