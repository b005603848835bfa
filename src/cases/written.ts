import type { Schema } from '../ledger/schema.ts';

/**
 * A table with rows that moves write, each with its move in `move_id`. Stepping back a move deletes the rows that it wrote;
 * rows that it ended, which name it in `ended_by`, get the values of `reopen` again. Parts come before what they belong to.
 */
export interface Written {
  readonly table: keyof Schema & string;
  readonly reopen?: Readonly<Record<string, string | number | null>>;
}

/** What moves of every kind of case write. */
export const WRITTEN_BY_CASES: readonly Written[] = [
  { table: 'offer', reopen: { ending: '', ended_on: null } },
  { table: 'deadline', reopen: { done: '', done_on: null } },
  { table: 'pause', reopen: { to_on: null } },
  // Parties that a merged case brings.
  { table: 'party' },
];
