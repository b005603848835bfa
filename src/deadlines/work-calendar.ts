import { addDays, type Day } from '../kernel/day.ts';
import { announcementsFor, isWeekend, type ListedDay } from './listed-day.ts';
import { missingFestivals } from './statutory-festivals.ts';

/** The free and swapped days that are known, day by day. */
export interface WorkCalendar {
  /** Whether a listed day is worked: false for a holiday, true for a weekend day worked in exchange (调休). */
  readonly listed: ReadonlyMap<Day, boolean>;
  /** The years whose announcement is listed with all statutory festivals. */
  readonly years: ReadonlySet<string>;
}

/** The calendar that follows from the listed days. A few days of a year (a template's example row) do not make it known. */
export function workCalendar(listed: readonly ListedDay[]): WorkCalendar {
  const years = new Set(listed.flatMap(({ day }) => announcementsFor(day)));
  return {
    listed: new Map(listed.map(({ day, isWorked }) => [day, isWorked])),
    years: new Set([...years].filter(year => missingFestivals(Number(year), listed).length === 0)),
  };
}

/** Whether the announcement of a day's year is in the calendar. */
export function isYearKnown({ years }: WorkCalendar, day: Day): boolean {
  return years.has(day.slice(0, 4));
}

/** The year whose announcement is needed to say whether a day is free, and is not in the calendar. */
export function missingYear({ years }: WorkCalendar, day: Day): string | undefined {
  return announcementsFor(day).find(year => !years.has(year));
}

/**
 * Whether a day is worked: Saturdays and Sundays are not, but for what the yearly announcement lists. Undefined where the
 * announcement is not known: nobody can compute it.
 */
export function isWorkday(calendar: WorkCalendar, day: Day): boolean | undefined {
  const listed = calendar.listed.get(day);
  if (listed !== undefined) return listed;
  return missingYear(calendar, day) === undefined ? !isWeekend(day) : undefined;
}

/** The first year between two days whose announcement is not in the calendar. */
export function firstMissingYear(calendar: WorkCalendar, from: Day, to: Day): string | undefined {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const year = calendar.listed.has(day) ? undefined : missingYear(calendar, day);
    if (year !== undefined) return year;
  }
  return undefined;
}
