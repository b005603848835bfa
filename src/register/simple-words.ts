import type { Param } from '../cli/param.ts';
import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { Cell, Column, Row, Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { SimpleRow } from './simple-store.ts';

/** What the commands of a simple record say and show besides its columns. */
export interface SimpleWords {
  /** A key that the demo has, for the examples. */
  readonly sample: string;
  /** The options of an `add` that works on the demo. */
  readonly add: string;
  /** The options of a `change`, where anything can change. */
  readonly change?: string;
  /** The demo's file of such records, where they can be imported. */
  readonly file?: string;
  /**
   * A column next to another, such as the name of what a code names: found by that other column, or by the one that `by`
   * names. Without `of`, the row itself has its value.
   */
  readonly beside?: Readonly<
    Record<string, { readonly column: Column; readonly by?: string; of?(db: Db, day: Day): ReadonlyMap<string, Cell> }>
  >;
  /** More options of `list`, by their names: each makes a test that rows pass. */
  readonly filters?: Readonly<Record<string, Filter>>;
  /** Columns that only `show` has, such as long texts. */
  readonly longTexts?: readonly string[];
  /** Columns that are hidden first on a narrow terminal. */
  readonly details?: readonly string[];
  /** Remarks under a list. */
  notes?(rows: readonly SimpleRow[]): readonly Text[];
  /** What keeps a record from being closed, and what to do about it. */
  openWork?(db: Db, row: SimpleRow, on: Day): Refusal | undefined;
  /** What is entered under a record that happened on one day, and is withdrawn with it. */
  readonly entries?: {
    /** The summary of the option that includes them: they are withdrawn with the record only where that is said. */
    readonly option: Text;
    /** How much there is, in words; undefined where there is nothing. */
    count(db: Db, id: number): Text | undefined;
  };
  /** Figures that only `show` has, after the record's own columns. */
  readonly figures?: { readonly columns: readonly Column[]; of(db: Db, row: SimpleRow): Row };
  /** More tables of `show`. */
  more?(db: Db, row: SimpleRow, day: Day): Table[];
}

interface Filter {
  readonly param: Param<unknown>;
  /** Without it, a row passes that has the option's value in the column of its name. */
  passes?(db: Db, wanted: string, day: Day): (row: SimpleRow) => boolean;
}
