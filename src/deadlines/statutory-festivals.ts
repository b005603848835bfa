import { addDays, type Day, dayOf } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { isSwapping, isWeekend, type ListedDay, weekdayOf } from './listed-day.ts';

/**
 * A festival on which everybody is free (全国年节及纪念日放假办法 Art. 2), and how far its holiday can reach. Festivals of the
 * lunar calendar and the solar term 清明 have no fixed day: they lie between two days, and nobody computes them here.
 */
export interface Festival {
  readonly name: Text;
  /** How the rows of an announcement call it. */
  readonly called: RegExp;
  /** The first and the last day on which its free days can lie, in any year. */
  readonly from: string;
  readonly to: string;
  /** Its free days, since 2025 and before. */
  readonly days: readonly [now: number, before2025: number];
  /**
   * The longest holiday around it, in days: 春节 8, 国庆节 7 (8 with 中秋节), 劳动节 5, the others 3, as the announcement of
   * 2025 lays down (国办发明电〔2024〕12号); 春节 2026 had 9.
   */
  readonly longest: number;
}

export const FESTIVALS: readonly Festival[] = [
  festival('元旦', 'New Year', /元旦|新年|new year/i, ['01-01', '01-01'], [1, 1], 3),
  festival('春节', 'Spring Festival', /春节|除夕|spring festival/i, ['01-20', '02-23'], [4, 3], 9),
  festival('清明节', 'Qingming', /清明|qingming|tomb/i, ['04-04', '04-06'], [1, 1], 3),
  festival('劳动节', 'Labour Day', /劳动|五一|labou?r/i, ['05-01', '05-02'], [2, 1], 5),
  festival('端午节', 'Dragon Boat', /端午|dragon boat/i, ['05-27', '06-26'], [1, 1], 3),
  festival('中秋节', 'Mid-Autumn', /中秋|mid-autumn/i, ['09-07', '10-08'], [1, 1], 3),
  festival('国庆节', 'National Day', /国庆|national day/i, ['10-01', '10-03'], [3, 3], 8),
];

function festival(
  zh: string,
  en: string,
  called: RegExp,
  [from, to]: readonly [string, string],
  days: Festival['days'],
  longest: number,
): Festival {
  return { name: { zh, en }, called, from, to, days, longest };
}

/** How many of a festival's days are free in a year: the revision of 2024-11-10 added 除夕 and 2 May from 2025 on. */
export function freeDaysOf({ days: [now, before] }: Festival, year: number): number {
  return year >= 2025 ? now : before;
}

/** Whether the calendar itself fixes the festival's days: New Year, Labour Day, National Day. */
function isFixed({ from, to, days: [now] }: Festival): boolean {
  return from.slice(0, 2) === to.slice(0, 2) && Number(to.slice(3)) - Number(from.slice(3)) + 1 === now;
}

/** The days of a festival that are free in a year whatever is announced. */
export function fixedDays(festival: Festival, year: number): Day[] {
  if (!isFixed(festival)) return [];
  const first = dayIn(year, festival.from);
  return Array.from({ length: freeDaysOf(festival, year) }, (_, i) => addDays(first, i));
}

/**
 * The days of a holiday that needs no announcement: of a festival of one day that the calendar fixes, in a year in which it
 * swaps no days. Undefined where only the announcement can say.
 */
export function settledHoliday(festival: Festival, year: number): Day[] | undefined {
  const [day] = fixedDays(festival, year);
  if (day === undefined || festival.longest !== 3 || isSwapping(day)) return undefined;
  // On a Wednesday it is free alone; else with the weekend, and with the Monday after one on which it lies.
  const first = [1, 0].includes(weekdayOf(day)) ? addDays(day, weekdayOf(day) === 1 ? -2 : -1) : day;
  return weekdayOf(day) === 3 ? [day] : [first, addDays(first, 1), addDays(first, 2)];
}

/** The days between which a festival's holiday lies in a year, whatever is announced. */
export function holidayRange(festival: Festival, year: number): { readonly first: Day; readonly last: Day } {
  const more = festival.longest - festival.days[0];
  return { first: addDays(dayIn(year, festival.from), -more), last: addDays(dayIn(year, festival.to), more) };
}

function dayIn(year: number, date: string): Day {
  const [month = 0, day = 0] = date.split('-').map(Number);
  return dayOf(year, month, day) ?? `${year}-${date}`;
}

/**
 * The festivals that an announcement of a year lacks: each is listed by its name, with as many days in a row as the law
 * gives it (weekends among them need not be listed). A file that lacks one does not make its year known.
 */
export function missingFestivals(year: number, listed: readonly ListedDay[]): Festival[] {
  const worked = new Map(listed.map(({ day, isWorked }) => [day, isWorked]));
  const isFree = (day: Day) => !(worked.get(day) ?? !isWeekend(day));
  return FESTIVALS.filter(festival => {
    const { first, last } = holidayRange(festival, year);
    const named = listed.filter(
      ({ day, isWorked, name }) => !isWorked && first <= day && day <= last && festival.called.test(name),
    );
    const isLong = named.some(({ day }) => lengthOfRun(day, isFree) >= freeDaysOf(festival, year));
    return !(isLong && fixedDays(festival, year).every(isFree));
  });
}

/** How many days in a row are free around a day, up to the longest holiday. */
function lengthOfRun(day: Day, isFree: (day: Day) => boolean): number {
  let length = 1;
  for (let before = addDays(day, -1); length < 10 && isFree(before); before = addDays(before, -1)) length++;
  for (let after = addDays(day, 1); length < 10 && isFree(after); after = addDays(after, 1)) length++;
  return length;
}
