import type { Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Check } from './check.ts';
import type { SimpleRecord } from './simple-record.ts';
import { fileValue, WITHDRAWN } from './simple-store.ts';

/** A kind of record, as `import list`, `import undo` and `check` see it. */
export interface RecordKind {
  /** The word in events, imports and the journal: `unit`. */
  readonly noun: string;
  readonly title: Text;
  readonly table: string;
  /** Tables whose rows belong to a record and are deleted with it, each with the column that leads to the record. */
  readonly parts?: Readonly<Record<string, string>>;
  /** The current value of each field in the history, as an expression over the record's row `t`. */
  readonly current?: Readonly<Record<string, string>>;
  /** What undoing an import needs besides the foreign keys. */
  readonly undo?: UndoHooks;
}

/** In every query, `?1` is the import's number. */
export interface UndoHooks {
  /** A query for the codes of the imported records, where their table has no column `code`. */
  readonly codes?: string;
  /** What a part of a record is called that was entered after the import. */
  readonly later?: Text;
  /** How such a part is taken back, where it can be. */
  readonly laterHint?: Text;
  /** How many rows of the file leave with it, where a record can have several and some are gone already. */
  readonly rows?: string;
  readonly blockers?: readonly { readonly what: Text; readonly count: string }[];
  /** Statements that run before the rows are deleted. */
  readonly before?: readonly string[];
  /** By table, a column whose references are no reason against undoing: `before` deletes those rows. */
  readonly deletes?: Readonly<Record<string, string>>;
  /** Counts anew what the ledger keeps counted of such rows, once they are deleted. */
  readonly recount?: (db: Db) => void;
  /** Looks at the ledger before the rows are deleted; what it returns runs afterwards and says what changed with them. */
  readonly follow?: (db: Db) => (stamp: Stamp) => readonly Text[];
  /** How to restore changed records, where that is not done by importing the earlier file with `--update`. */
  readonly restore?: Text;
}

/** A column of a table that names records of other kinds by their codes, so that no foreign key guards it. */
export interface CodeReference {
  readonly table: string;
  /** An expression for the code. */
  readonly code: string;
  readonly nouns: readonly string[];
}

/** Everything that an area keeps in the ledger, and what must hold there. */
export interface AreaRecords {
  readonly kinds: readonly RecordKind[];
  readonly checks: readonly Check[];
  /** Checks that take long, for \`check --deep\`. */
  readonly deepChecks?: readonly Check[];
  readonly codeReferences?: readonly CodeReference[];
}

/** Fields of the history that are columns of the record's own row. */
export function ownColumns(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, `t.${name}`]));
}

/** The kind of a simple record: its history has the columns of its file. */
export function simpleKind(record: SimpleRecord): RecordKind {
  const { noun, title, table, sheet } = record;
  const current = Object.fromEntries(Object.keys(sheet).map(key => [key, fileValue(record, key)]));
  if (record.eventDay) current[WITHDRAWN] = `t.${WITHDRAWN}`;
  return { noun, title, table, current };
}
