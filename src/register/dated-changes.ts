import type { Day, Span } from '../kernel/day.ts';
import type { Value } from '../ledger/events.ts';

/** A change of a dated column: from its day on the record reads differently. */
export interface DatedChange {
  readonly field: string;
  readonly old_value: Value;
  readonly on_day: Day;
}

/** What a record was on a day: each value is the old one of the first change after it, where there is one. */
export function valuesOn<R extends object>(row: R, turns: readonly DatedChange[], day: Day): R {
  const later = turns.filter(turn => turn.on_day > day);
  if (later.length === 0) return row;
  // The first change after the day comes last, so that its old value is the one that stays.
  return { ...row, ...Object.fromEntries(later.reverse().map(turn => [turn.field, turn.old_value])) };
}

/** A record cut into spans in which nothing of it changes. */
export function versionsOf<R extends object>(row: R, turns: readonly DatedChange[]): R[] {
  const { from_on, to_on } = row as Span;
  const days = new Set([from_on, ...turns.map(turn => turn.on_day).filter(day => from_on < day && day < to_on)]);
  const cuts = [...days].sort();
  return cuts.map((day, i) => ({ ...valuesOn(row, turns, day), from_on: day, to_on: cuts[i + 1] ?? to_on }));
}
