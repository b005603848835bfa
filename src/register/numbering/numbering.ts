import type { Field } from '../../intake/field.ts';
import type { Text } from '../../kernel/text.ts';

type Row = Readonly<Record<string, unknown>>;

/** A record that has a code, in the shape of a file's row. */
export interface Coded {
  readonly row: Row;
}

/**
 * How a register gives codes to rows that have none: a beginning that says where the record belongs, and the next number behind
 * it. A row that was imported before is recognised by other columns, so that the same file adds nothing.
 */
export interface Numbering<B = unknown> {
  /** The rule in words, for people. */
  readonly rule: Text;
  /** What a new code begins with. */
  start(row: Row, book: B): string;
  /** How many digits the number has at least. */
  readonly digits: number;
  /** Whether codes with more digits than that are wrong. */
  readonly isExact?: boolean;
  /** The records that have codes. */
  records(book: B): Iterable<Coded>;
  /** What names a record without its code, so that a row is found by it: the first is the row's, a record may have several. */
  keys(row: Row, book: B): readonly string[];
  /** The columns of that, the one first that a refusal names. */
  readonly by: readonly [string, ...string[]];
  /** Whether a row may be a record with one of its keys. */
  mayBe?(row: Row, record: Coded): boolean;
  /** A row that was recognised, as its record has it where both mean the same: a pair in the other order. */
  asRecorded?(row: Row, record: Coded): Row;
  /** Columns that only files have, for rows without codes: the group of a village. */
  readonly columns?: Readonly<Record<string, Field<unknown>>>;
  /** The number that a row brings itself. */
  own?(row: Row): number | undefined;
}

/** A code without its number: what it begins with. */
export function startOf(code: string): string {
  return code.replace(/\d+(?:~\d+)?$/, '');
}
