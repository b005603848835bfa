import type { Day } from '../kernel/day.ts';
import { run, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

interface Moved {
  readonly id: number;
  readonly moveId: number;
  readonly from: Day;
  readonly to: Day;
  /** Whether the case has no other move. */
  readonly isOnly: boolean;
}

/** Writes the corrected day of a registration: of the case, of its first move, of the offer that it made. */
export function moveRegistration(db: Db, { id, moveId, from, to, isOnly }: Moved): void {
  run(db, updateTable('move').set({ on_day: to }).where('id', '=', moveId));
  const last = isOnly ? { last_on: to } : {};
  run(
    db,
    updateTable('cases')
      .set({ registered_on: to, ...last })
      .where('id', '=', id),
  );
  run(db, updateTable('offer').set({ offered_on: to }).where('move_id', '=', moveId).where('offered_on', '=', from));
}

interface MovedDeadline {
  readonly id: number;
  readonly ruleId: number;
  readonly start: Day;
  readonly due: Day;
  readonly latest: Day | null;
}

/** Writes a deadline that starts on another day. */
export function moveDeadline(db: Db, { id, ruleId, start, due, latest }: MovedDeadline): void {
  const days = { rule_id: ruleId, start_on: start, due_on: due, due_latest: latest };
  run(db, updateTable('deadline').set(days).where('id', '=', id));
}

/** The offer that a registration made is to be answered by the day of its deadline. */
export function moveAnswer(db: Db, moveId: number, due: Day): void {
  run(db, updateTable('offer').set({ due_on: due }).where('move_id', '=', moveId));
}
