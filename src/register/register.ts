import type { Narrowing, Offer } from '../cli/param.ts';
import type { Picked } from '../cli/picking.ts';
import type { Problem, Sheet } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Noun, Text } from '../kernel/text.ts';
import type { Change, Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Numbering } from './numbering/numbering.ts';

/** The id of a record that an earlier row of the same file has just added. */
export const JUST_ADDED = -1;

/** What stands for a value that the ledger has not kept, although it can tell that a file gives another one. */
export const NOT_KEPT = '…';

/** The id of the record that a decision leaves in the book. */
export function idOf(decision: Decision<unknown>): number {
  return decision.verdict === 'change' ? decision.id : JUST_ADDED;
}

/** A row of any kind of record, by its columns. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** A record that is in the ledger, in the shape of a file's row. */
export interface Existing<R = AnyRow> {
  readonly id: number;
  readonly row: R;
}

export type Decision<R = AnyRow> =
  | { readonly verdict: 'add'; readonly row: R }
  | { readonly verdict: 'already'; readonly row: R }
  | ChangeDecision<R>
  | { readonly verdict: 'reject'; readonly problems: readonly Problem[] };

export interface ChangeDecision<R = AnyRow> {
  readonly verdict: 'change';
  readonly id: number;
  readonly before: R;
  readonly row: R;
  readonly changes: readonly Change[];
}

/**
 * A rule that refuses a record or a change of it that is entered by itself. Records of a file that break it happened all the
 * same: they are imported with a remark, and `check` finds them.
 */
export interface EntryRule<R = AnyRow> {
  /** The columns that it looks at: a change of others is not refused. */
  readonly columns: readonly string[];
  /** Reads what it needs once, for all rows of a file. */
  load(db: Db): EntryJudge<R>;
}

export interface EntryJudge<R> {
  problem(row: R): Refusal | undefined;
}

/**
 * A kind of record that comes from CSV files and from single commands alike: `R` is a row, `B` the book of existing
 * records, loaded once and kept up to date while rows are judged. Rules (`check`) are pure; `save` writes.
 */
export interface Register<R extends object = AnyRow, B = unknown> {
  /** The word in events, imports and the journal: `unit`. */
  readonly noun: string;
  readonly title: Noun;
  readonly sheet: Sheet<R>;
  /** The columns that name a record on the command line, in order. */
  readonly key: readonly (keyof R & string)[];
  readonly immutable: readonly (keyof R & string)[];
  /** Tables whose foreign keys are checked before the commit. */
  readonly tables: readonly string[];
  /** `near` is the one row that a single command is about: a large register then loads only what touches it. */
  load(context: { readonly db: Db }, near?: R): B;
  /** The record that a row names, with the values of the day. */
  find(book: B, row: R, on: Day): Existing<R> | undefined;
  /** The key of a record that the command line may name by another word, which need not look like a key. */
  keyOf?(book: B, text: string): string;
  /** Fills in what a row may leave out, such as the parent that a code names. */
  complete?(book: B, row: R): R;
  /** What the form of a new record fills in for a column, from the answers before it. */
  readonly offers?: Readonly<Partial<Record<keyof R & string, Offer>>>;
  /** What the form of a new record leaves out of what a column names, for the answers before it. */
  readonly narrowed?: Readonly<Partial<Record<keyof R & string, Narrowing>>>;
  /** What a column names that elsewhere is something else. */
  readonly picks?: Readonly<Partial<Record<keyof R & string, Picked>>>;
  /** By which rule `complete` fills in a column that a file leaves out, where its import is to say so. */
  readonly derivedBy?: Readonly<Partial<Record<keyof R & string, Text>>>;
  /** Everything that is wrong with a new row, or with a change that holds from the day `on`. */
  check(book: B, row: R, before: Existing<R> | undefined, on: Day): Problem[];
  /** Columns that hold personal data although their kind does not say so; complaints do not repeat it. */
  readonly personal?: readonly (keyof R & string)[];
  /** Why a change cannot be made although the row itself is valid, such as visits after an end. */
  obstacle?(db: Db, change: ChangeDecision<R>, on: Day): Problem | undefined;
  /** What to do where a new record has the code of an existing one, if that is not just to change it. */
  existingHint?(db: Db, id: number): Text | undefined;
  /** Columns that have no dates: a change holds at once and at all times. */
  readonly undated?: readonly (keyof R & string)[];
  readonly entryRule?: EntryRule<R>;
  /** How rows of a file without codes get them. */
  readonly numbering?: Numbering<B>;
  /** What to say of new rows that are valid and yet may be a mistake; it only reads, and refuses nothing. */
  doubts?(db: Db, added: readonly R[]): readonly Text[];
  /** The same of single rows of a file, which are said with their lines. */
  rowDoubts?(db: Db, added: readonly R[]): readonly { readonly row: R; readonly text: Text }[];
  /** Makes a decision known to the rows after it. */
  accept(book: B, decision: Decision<R> & { verdict: 'add' | 'change' }, on: Day): void;
  /** The order in which rows are judged, where a file may name a record before the one it depends on. */
  rank?(row: R): number;
  save(db: Db, book: B, decisions: readonly Decision<R>[], stamp: Stamp): void;
}
