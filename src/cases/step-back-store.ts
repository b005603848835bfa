import type { Day } from '../kernel/day.ts';
import type { Stamp } from '../ledger/events.ts';
import { deleteFrom, insertRow, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { MoveRow } from './move-store.ts';
import type { Written } from './written.ts';

/** The moves of a case that were stepped back, in the order in which they had been made; not those that were corrected. */
export function voidedMovesOf(db: Db, caseId: number) {
  const ofCase = selectFrom('voided_move').selectAll().where('case_id', '=', caseId).where('kind', '=', 'stepped_back');
  return rows(db, ofCase.orderBy('move_id').orderBy('id'));
}

export type VoidedMove = ReturnType<typeof voidedMovesOf>[number];

/** Why a move is kept as it was: it leaves the case, or it is entered again with a corrected registration. */
export type Voiding = 'stepped_back' | 'corrected';

/** Keeps a move as it is, with who voids it, when and why; only then may it leave the history or change in it. */
export function keepVoided(
  db: Db,
  { id: move_id, ...move }: MoveRow,
  { at, operator, on, reason }: Stamp,
  kind: Voiding,
): void {
  const stamp = { voided_at: at, voided_by: operator, voided_on: on, voided_why: reason ?? '' };
  insertRow(db, 'voided_move', { ...move, move_id, ...stamp, kind });
}

/** Reopens what a move ended and deletes what it wrote, table by table, and then the move itself. */
export function revertMove(db: Db, tables: readonly Written[], moveId: number): void {
  // Every declared table has the columns of this one; a test compares the declarations with the schema.
  const as = (table: Written['table']) => table as 'offer';
  for (const { table, reopen } of tables)
    if (reopen)
      run(
        db,
        updateTable(as(table))
          .set({ ...reopen, ended_by: null })
          .where('ended_by', '=', moveId),
      );
  for (const { table } of tables) run(db, deleteFrom(as(table)).where('move_id', '=', moveId));
  run(db, deleteFrom('move').where('id', '=', moveId));
}

interface CurrentState {
  readonly id: number;
  readonly status: string;
  readonly holder: number;
  readonly lastOn: Day;
}

/** Writes where a case is and how it is doing. */
export function writeState(db: Db, { id, status, holder, lastOn }: CurrentState): void {
  run(db, updateTable('cases').set({ status, holder_id: holder, last_on: lastOn }).where('id', '=', id));
}

/** Whether a case was acted on after a move. */
export function movedSince(db: Db, caseId: number, moveId: number): boolean {
  return row(db, selectFrom('move').select('id').where('case_id', '=', caseId).where('id', '>', moveId)) !== undefined;
}
