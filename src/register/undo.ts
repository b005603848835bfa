import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';

/**
 * How a whole import of one noun is taken back. Every statement has one parameter, ?1, the import's number. A blocker counts
 * what refers to the import's rows: while any does, nothing is deleted.
 */
export interface ImportUndo {
  readonly noun: string;
  readonly table: string;
  readonly blockers: readonly { readonly what: Text; readonly count: string }[];
  /** In this order. */
  readonly deletes: readonly string[];
  /** Counts anew what the ledger keeps counted of such rows, once they are gone. */
  readonly recount?: (db: Db) => void;
  /** How an import that changed records is set right, where that is not done by importing the earlier file with `--update`. */
  readonly back?: Text;
}
