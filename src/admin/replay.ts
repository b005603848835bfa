import type { Value } from '../ledger/events.ts';

export interface Replayed {
  readonly id: number;
  readonly old_value: Value;
  readonly new_value: Value;
}

/**
 * Replays the changes of one field of one record, oldest first: each must begin where the one before it ended, and the
 * last must have the current value. Returns the events that do not fit; `present` is undefined where the record is deleted.
 */
export function misfits(events: readonly Replayed[], present: Value | undefined): number[] {
  const broken = events
    .filter((event, i) => i > 0 && events[i - 1]?.new_value !== event.old_value)
    .map(event => event.id);
  const last = events.at(-1);
  if (last && present !== undefined && last.new_value !== present) broken.push(last.id);
  return [...new Set(broken)];
}
