import { isWorkday as isWorkdayOfPackage } from 'chinese-days';
import { describe, expect, test } from 'vitest';
import type { ListedDay } from '../../src/deadlines/listed-day.ts';
import { type DeadlineRule, dueDay } from '../../src/deadlines/rules.ts';
import {
  FESTIVALS,
  fixedDays,
  holidayRange,
  missingFestivals,
  settledHoliday,
} from '../../src/deadlines/statutory-festivals.ts';
import { fewestFree, mostFree } from '../../src/deadlines/unannounced.ts';
import { firstMissingYear, isYearKnown, missingYear, workCalendar } from '../../src/deadlines/work-calendar.ts';
import { addDays, type Day } from '../../src/kernel/day.ts';
import { announcedIn, SHIPPED, shippedCalendar, withoutYear } from '../support/calendars.ts';

const CALENDAR = shippedCalendar();
const NOTHING = workCalendar([]);
const YEARS = [2022, 2023, 2024, 2025, 2026];

/** The days of a year, from its first to its last. */
function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}

const namesMissing = (year: number, days: readonly ListedDay[]) =>
  missingFestivals(year, days).map(({ name }) => name.zh);

describe('the festivals of a year', () => {
  const of = (year: number) => SHIPPED.filter(day => announcedIn(day) === year);

  test.each(YEARS)('are all in the announcement of %i, and each is missed without its days', year => {
    expect(namesMissing(year, of(year))).toEqual([]);
    for (const { name, called } of FESTIVALS) {
      const others = of(year).filter(day => !called.test(day.name));
      expect(namesMissing(year, others)).toEqual([name.zh]);
    }
  });

  test.each(YEARS)('are found in %i where the weekend days among them are not listed', year => {
    const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const weekdays = of(year).filter(({ day, isWorked }) => isWorked || !isWeekend(day));
    const lunarOnWeekend = namesMissing(year, weekdays).filter(name => name !== '清明节' && name !== '端午节');
    expect(lunarOnWeekend).toEqual([]);
  });

  test('are not made known by one day of each', () => {
    const names = FESTIVALS.map(({ name, from }) => ({ day: `2027-${from}`, isWorked: false, name: name.zh }));
    expect(namesMissing(2027, names)).toEqual(['春节']);
    expect(isYearKnown(workCalendar(names), '2027-02-03')).toBe(false);
  });

  test('are known by a name in a time of the year in which they can lie', () => {
    expect(namesMissing(2020, [{ day: '2020-10-01', isWorked: false, name: '国庆节、中秋节' }])).not.toContain(
      '中秋节',
    );
    expect(namesMissing(2027, [{ day: '2027-05-20', isWorked: false, name: '中秋节' }])).toContain('中秋节');
  });

  test('the calendar fixes three of them; Labour Day has a second day since 2025', () => {
    const fixed = (year: number) => FESTIVALS.flatMap(festival => fixedDays(festival, year)).map(day => day.slice(5));
    expect(fixed(2024)).toEqual(['01-01', '05-01', '10-01', '10-02', '10-03']);
    expect(fixed(2027)).toEqual(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
  });

  test.each(YEARS)('lie in %i where their holidays can lie', year => {
    for (const { day, isWorked, name } of of(year)) {
      const festival = FESTIVALS.find(({ called }) => called.test(name));
      if (!festival || isWorked) continue;
      const { first, last } = holidayRange(festival, year);
      expect(first <= day && day <= last).toBe(true);
    }
  });
});

describe('a year that is not announced', () => {
  const workdays: Pick<DeadlineRule, 'length' | 'unit' | 'roll'> = { length: 5, unit: 'workday', roll: 'none' };
  const court: typeof workdays = { length: 30, unit: 'day', roll: 'next_workday' };

  test.each(YEARS)('bounds every day that the announcement of %i fixed in the end', year => {
    const without = withoutYear(year);
    const wrong: string[] = [];
    for (const start of daysOf(year).slice(0, 330))
      for (const rule of [workdays, { ...workdays, length: 20 }, court]) {
        const { due, latest } = dueDay(rule, start, without);
        const exact = dueDay(rule, start, CALENDAR);
        if (latest === null || due > exact.due || exact.due > latest)
          wrong.push(`${start} ${due} ${exact.due} ${latest}`);
      }
    expect(wrong).toEqual([]);
  });

  test('bounds working days of 2014 to 2021, too, but for the holiday of 3 September 2015', () => {
    const wrong: string[] = [];
    for (let start = '2014-01-01'; start < '2021-12-01'; start = addDays(start, 1)) {
      let exact = start;
      for (let left = 5; left > 0; ) {
        exact = addDays(exact, 1);
        if (isWorkdayOfPackage(exact)) left--;
      }
      const { due, latest } = dueDay(workdays, start, NOTHING);
      if (due > exact || exact > (latest ?? due)) wrong.push(start);
    }
    expect(wrong.filter(day => day < '2015-08-20' || day > '2015-09-06')).toEqual([]);
  });

  test('is not promised a single day, even where nothing can move it', () => {
    expect(dueDay(workdays, '2027-07-05', CALENDAR)).toEqual({
      due: '2027-07-12',
      latest: '2027-07-12',
      raw: '2027-07-12',
    });
  });

  test.each([
    [2024, ['2023-12-30', '2023-12-31', '2024-01-01']],
    [2025, ['2025-01-01']],
    [2026, undefined],
    [2027, ['2027-01-01', '2027-01-02', '2027-01-03']],
    [2022, ['2022-01-01', '2022-01-02', '2022-01-03']],
    [2023, ['2022-12-31', '2023-01-01', '2023-01-02']],
    [2019, undefined],
  ])('has a New Year that joins its weekend, or swaps days: %i', (year, days) => {
    const [newYear, ...others] = FESTIVALS;
    expect(newYear && settledHoliday(newYear, year)).toEqual(days);
    for (const festival of others) expect(settledHoliday(festival, year)).toBeUndefined();
  });

  test('has fixed festivals free at the least, and at the most the longest holiday of each', () => {
    const [fewest, most] = [fewestFree(CALENDAR), mostFree(CALENDAR)];
    expect(fewest('2027-05-01')).toBe(false);
    expect(fewest('2027-07-17')).toBe(false);
    expect(fewest('2027-10-09')).toBe(true);
    expect(most('2027-07-05')).toBe(true);
    expect(['2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'].map(most)).toEqual([false, false, false, false]);
  });

  test('reaches into the last days of the year before where New Year is a Tuesday or Thursday: they may be swapped', () => {
    expect(missingYear(CALENDAR, '2026-12-31')).toBeUndefined();
    expect(missingYear({ ...CALENDAR, years: new Set(['2018']) }, '2018-12-29')).toBe('2019');
    expect(missingYear({ ...CALENDAR, years: new Set(['2018']) }, '2018-12-22')).toBeUndefined();
    expect(missingYear(CALENDAR, '2027-12-31')).toBe('2027');
    expect(firstMissingYear(CALENDAR, '2026-11-01', '2027-01-05')).toBe('2027');
    expect(firstMissingYear(CALENDAR, '2026-11-01', '2026-12-01')).toBeUndefined();
  });
});
