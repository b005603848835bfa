import type { Day } from '../kernel/day.ts';
import { type Move, type Status, targetsOf } from './transitions.ts';

/** A move as the history has it. */
export interface ReplayedMove {
  readonly name: Move | 'register';
  readonly on_day: Day;
  readonly status: Status;
  readonly details: string;
}

/** What a dispute's moves lead to: its grade and its two days, and whether each move was one of the transition table. */
export function replayed(moves: readonly ReplayedMove[]) {
  let grade: string | undefined;
  let settledOn: Day | null = null;
  let closedOn: Day | null = null;
  let before: Status | undefined;
  let legal = moves[0]?.name === 'register';
  for (const { name, on_day, status, details } of moves) {
    if (name === 'register' || name === 'regrade') grade = (JSON.parse(details) as { grade: string }).grade;
    if (name === 'settle') settledOn = on_day;
    if (name === 'close') closedOn = on_day;
    if (name === 'reopen') settledOn = closedOn = null;
    if (name === 'register') legal &&= before === undefined && status === 'registered';
    else legal &&= before !== undefined && targetsOf(before, name).includes(status);
    before = status;
  }
  return { grade, settledOn, closedOn, legal };
}
