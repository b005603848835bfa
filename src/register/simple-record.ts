import type { Problem, Sheet } from '../intake/sheet.ts';
import type { Day, Span } from '../kernel/day.ts';
import type { Noun } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Found, Referent } from './simple-store.ts';

/** A column that names a record of another table by its code; the table keeps the other's number. */
export interface Reference {
  /** The column of the table: `unit_id`. */
  readonly column: string;
  readonly referent: Referent;
  /** Whether the cell may be empty. */
  readonly optional?: boolean;
}

/** A column that the table keeps in another form: an amount in yuan as whole fen. */
export interface StoredAs {
  /** The column of the table: `amount_fen`. */
  readonly column: string;
  /** An expression for the text of what stands in a column. */
  text(column: string): string;
  stored(text: string): number | null;
}

/**
 * A kind of record that is one row of one table: its columns are the file's, but for references, which are kept as numbers.
 * Most nouns of an office are such; what else holds for them stands in `rules`.
 */
export interface SimpleRecord<R extends object> {
  readonly noun: string;
  readonly table: string;
  readonly title: Noun;
  readonly sheet: Sheet<R>;
  readonly key: readonly (keyof R & string)[];
  readonly immutable: readonly (keyof R & string)[];
  readonly personal?: readonly (keyof R & string)[];
  readonly references: Readonly<Partial<Record<keyof R & string, Reference>>>;
  readonly storedAs?: Readonly<Partial<Record<keyof R & string, StoredAs>>>;
  /** Columns of a record with a span whose changes hold from a day on: what they were before stays as it was. */
  readonly dated?: readonly (keyof R & string)[];
  /** An expression for the day that an open beginning stands for, where one is known: a site's founding. */
  readonly defaultStart?: string;
  /** Of what happens on one day: a fixed column with the day, which is past and on which all that the row names stood. */
  readonly eventDay?: keyof R & string;
  /** What a row rests on besides its references: a village rule begins on its adoption where nothing else is said. */
  limits?(row: R): Span;
  /**
   * What speaks against a row besides its references and its span; `found` are what its references name, `others` all
   * records but this one, those of earlier rows of the same file among them. What has dated columns is judged version by
   * version, against every version of the others.
   */
  rules?(
    row: R,
    found: Readonly<Record<string, Found | undefined>>,
    on: Day,
    db: Db,
    others: () => readonly R[],
  ): Problem[];
}
