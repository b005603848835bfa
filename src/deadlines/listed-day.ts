import { type Day, dayNumber } from '../kernel/day.ts';

/** A day of an announcement: free, or a weekend day that is worked in exchange (调休). */
export interface ListedDay {
  readonly day: Day;
  readonly isWorked: boolean;
  readonly name: string;
}

const THURSDAY = 4;

/** Saturdays and Sundays are rest days (国务院关于职工工作时间的规定 Art. 7). */
export function isWeekend(day: Day): boolean {
  const weekday = (((dayNumber(day) + THURSDAY) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/** An announcement of a year lists no day before this one of the year before it (in 2022: 31 December, for 元旦 2023). */
const NEXT_YEARS_ANNOUNCEMENT = '12-23';

/** The years whose announcements say whether a day is free: from late December on, the next year's too. */
export function announcementsFor(day: Day): string[] {
  const year = day.slice(0, 4);
  return day.slice(5) >= NEXT_YEARS_ANNOUNCEMENT ? [year, String(Number(year) + 1)] : [year];
}
