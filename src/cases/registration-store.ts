import type { Day } from '../kernel/day.ts';
import { deleteFrom, run, updateTable } from '../ledger/query.ts';
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

/** Where and when a case is registered, under which number. */
interface Registered {
  readonly number: string;
  readonly unit: number;
  readonly year: number;
  readonly serial: number;
}

/** Writes the number of a case, with the unit and the year that it names. */
export function writeNumber(db: Db, id: number, { unit: unit_id, ...number }: Registered): void {
  run(
    db,
    updateTable('cases')
      .set({ ...number, unit_id })
      .where('id', '=', id),
  );
}

/** Writes a case as it is before its first move: registered at a unit on a day, in nobody's stock yet. */
export function writeUnbegun(db: Db, id: number, unit: number, on: Day): void {
  run(db, deleteFrom('stay').where('case_id', '=', id));
  const at = { unit_id: unit, holder_id: unit, registered_on: on, last_on: on };
  run(db, updateTable('cases').set(at).where('id', '=', id));
}
