import { type Day, dayNumber } from '../kernel/day.ts';

/** A day of an announcement: free, or a weekend day that is worked in exchange (调休). */
export interface ListedDay {
  readonly day: Day;
  readonly isWorked: boolean;
  readonly name: string;
}

const THURSDAY = 4;

/** The day of the week, 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + THURSDAY) % 7) + 7) % 7;
}

/** Saturdays and Sundays are rest days (国务院关于职工工作时间的规定 Art. 7). */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(weekdayOf(day));
}

/**
 * A festival of one day joins the weekend that it lies in or next to, and is free alone on a Wednesday, without swapped days
 * (国办发明电〔2024〕12号, and each notice since 2014); on a Tuesday or Thursday the notice says which days are swapped.
 */
export function isSwapping(festival: Day): boolean {
  return [2, 4].includes(weekdayOf(festival));
}

/** No announcement of a year swaps a day before this one of the year before it. */
const LATE_DECEMBER = '12-23';

/** The years whose announcements say whether a day is free: in late December the next year's too, where New Year swaps days. */
export function announcementsFor(day: Day): string[] {
  const year = day.slice(0, 4);
  const next = String(Number(year) + 1).padStart(4, '0');
  return day.slice(5) >= LATE_DECEMBER && next.length === 4 && isSwapping(`${next}-01-01`) ? [year, next] : [year];
}
