import type { ListedDay } from '../../src/deadlines/listed-day.ts';
import { type WorkCalendar, workCalendar } from '../../src/deadlines/work-calendar.ts';
import { freeAndSwappedDays } from '../../src/ledger/migrations/holidays-2022-2026.ts';

/** The days of the announcements of 2022 to 2026, as the ledger has them from the beginning. */
export const SHIPPED: readonly ListedDay[] = freeAndSwappedDays().flatMap(([name, free, swapped]) => [
  ...free.map(day => ({ day, isWorked: false, name })),
  ...swapped.map(day => ({ day, isWorked: true, name })),
]);

/** The calendar as it is shipped: nothing is known of the years before 2022 and after 2026. */
export function shippedCalendar(): WorkCalendar {
  return workCalendar(SHIPPED);
}

/** The announcement in which a day of the shipped calendar was published: 31 December 2022 was in that of 2023. */
export function announcedIn({ day, name }: ListedDay): number {
  const year = Number(day.slice(0, 4));
  return name === '元旦' && day.slice(5) >= '12-01' ? year + 1 : year;
}

/** The shipped calendar without the announcement of one year. */
export function withoutYear(year: number): WorkCalendar {
  return workCalendar(SHIPPED.filter(day => announcedIn(day) !== year));
}
