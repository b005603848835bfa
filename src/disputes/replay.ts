import type { Day } from '../kernel/day.ts';

/** A move as the history has it. */
interface ReplayedMove {
  readonly name: string;
  readonly on_day: Day;
  readonly details: string;
}

/** What a dispute's moves lead to besides status and holder: its grade and its two days. */
export function replayed(moves: readonly ReplayedMove[]) {
  let grade: string | undefined;
  let settledOn: Day | null = null;
  let closedOn: Day | null = null;
  for (const { name, on_day, details } of moves) {
    if (name === 'register' || name === 'regrade') grade = (JSON.parse(details) as { grade: string }).grade;
    if (name === 'settle') settledOn = on_day;
    if (name === 'close') closedOn = on_day;
    if (name === 'reopen') settledOn = closedOn = null;
  }
  return { grade, settledOn, closedOn };
}
