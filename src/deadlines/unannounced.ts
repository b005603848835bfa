import { addDays, type Day } from '../kernel/day.ts';
import { isWeekend } from './listed-day.ts';
import { FESTIVALS, type Festival, fixedDays, holidayRange, settledHoliday } from './statutory-festivals.ts';
import { isWorkday, type WorkCalendar } from './work-calendar.ts';

/**
 * What a year that is not announced yet can bring, from the statutory festivals alone (全国年节及纪念日放假办法 Arts 2, 7). At
 * the most, each festival frees the working days of its longest holiday, wherever its days can lie; at the least, only the
 * days that the calendar fixes are free, and weekend days near a festival are worked in exchange. The day that is announced
 * in the end lies between the two; special holidays that a year brings once (2015: 3 September) are not foreseen.
 */
export type Outlook = (day: Day) => boolean;

/** Weekend days that one announcement has worked for one festival, at the most; and how near to the holiday they lie. */
const SWAPPED = 2;
const SWAPPED_WITHIN = 7;

/** Says of each day whether it is worked if as few days are free as can be. Days are asked in their order. */
export function fewestFree(calendar: WorkCalendar): Outlook {
  const swapped = allowance(SWAPPED_WITHIN, () => SWAPPED);
  return day => isWorkday(calendar, day) ?? (!isFixedFree(day) && (!isWeekend(day) || swapped(day)));
}

/** The same if as many days are free as can be. */
export function mostFree(calendar: WorkCalendar): Outlook {
  const free = allowance(0, ({ longest }) => Math.floor(longest / 7) * 5 + Math.min(longest % 7, 5));
  return day => isWorkday(calendar, day) ?? !(isWeekend(day) || free(day) || isFixedFree(day));
}

/** The festivals that the calendar fixes, with the weekend that a New Year joins. */
function isFixedFree(day: Day): boolean {
  return [yearOf(day), yearOf(day) + 1].some(year =>
    FESTIVALS.some(festival => (settledHoliday(festival, year) ?? fixedDays(festival, year)).includes(day)),
  );
}

/**
 * Lets days be spent that lie around a festival's holiday, so many for each festival; of several festivals that a day is
 * near to, the one whose time is over first gives it.
 */
function allowance(around: number, most: (festival: Festival) => number): (day: Day) => boolean {
  const spent = new Map<string, number>();
  return day => {
    const [giving] = near(day, around)
      .filter(({ key, festival }) => (spent.get(key) ?? 0) < most(festival))
      .sort((a, b) => (a.last < b.last ? -1 : 1));
    if (giving) spent.set(giving.key, (spent.get(giving.key) ?? 0) + 1);
    return giving !== undefined;
  };
}

/** The festivals, of this year and of the next, whose holiday can lie within some days of a day. */
function near(day: Day, around: number) {
  const year = yearOf(day);
  return [year, year + 1].flatMap(of =>
    FESTIVALS.flatMap(festival => {
      const { first, last } = holidayRange(festival, of);
      const isNear = addDays(first, -around) <= day && day <= addDays(last, around);
      return isNear && !settledHoliday(festival, of) ? [{ festival, key: `${of} ${festival.name.en}`, last }] : [];
    }),
  );
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
