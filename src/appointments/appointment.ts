import type { Day } from '../kernel/day.ts';

/** How long a mediation lasts where nothing else is said, in minutes. */
export const USUAL_LENGTH = 60;

/** A time of one day, in minutes since midnight. */
export interface Slot {
  readonly day: Day;
  readonly from: number;
  readonly until: number;
}

/** When and where a mediation is to be held, and by whom. */
export interface Appointment extends Slot {
  readonly place: string;
  /** The room of a site, where the place is one. */
  readonly roomId: number | null;
  readonly mediators: readonly string[];
}

/** A minute of the day as people write it: 09:30. */
export function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A slot as people write it: 2024-01-05 09:00–10:00. */
export function slotText({ day, from, until }: Slot): string {
  return `${day} ${clock(from)}–${clock(until)}`;
}

/** The time of something that has one. */
export function slotOf({ day, from, until }: Slot): Slot {
  return { day, from, until };
}
