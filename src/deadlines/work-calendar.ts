import { addDays, type Day, dayNumber } from '../kernel/day.ts';

/** The free and swapped days that are known, day by day. */
export interface WorkCalendar {
  /** Whether a listed day is worked: false for a holiday, true for a weekend day worked in exchange (调休). */
  readonly listed: ReadonlyMap<Day, boolean>;
}

const THURSDAY = 4;

/** New Year, Labour Day and National Day are in every announcement, on these days. */
const ALWAYS_LISTED = ['01-01', '05-01', '10-01'];

/** Whether a year's announcement is in the calendar: one day of it alone (a template's example row) promises nothing. */
export function isYearKnown(calendar: WorkCalendar, day: Day): boolean {
  return ALWAYS_LISTED.every(date => calendar.listed.has(`${day.slice(0, 4)}-${date}`));
}

/**
 * Whether a day is worked: Saturdays and Sundays are not (国务院关于职工工作时间的规定 Art. 7), but for what the yearly
 * announcement lists. Undefined in a year whose announcement is not known: nobody can compute it.
 */
export function isWorkday(calendar: WorkCalendar, day: Day): boolean | undefined {
  const listed = calendar.listed.get(day);
  if (listed !== undefined) return listed;
  if (!isYearKnown(calendar, day)) return undefined;
  const weekday = (((dayNumber(day) + THURSDAY) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The first worked day on or after a day; undefined where the calendar does not reach. */
export function workdayFrom(calendar: WorkCalendar, day: Day): Day | undefined {
  for (let at = day; ; at = addDays(at, 1)) {
    const worked = isWorkday(calendar, at);
    if (worked === undefined) return undefined;
    if (worked) return at;
  }
}
