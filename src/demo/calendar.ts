import { addDays, type Day, dayNumber } from '../kernel/day.ts';
import type { Random } from './random.ts';

/** The campaign's first and last day ("自今年5月启动"). */
export const CAMPAIGN = { from: '2023-05-01', to: '2023-12-31' } as const;

const HOLIDAYS: readonly (readonly [Day, Day])[] = [
  ['2023-01-01', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
  ['2023-12-30', '2023-12-31'],
];
/** How eagerly cadres go out, from May to December: less while the harvest is on. */
const EAGERNESS = [1.1, 1, 0.9, 1, 0.7, 0.7, 1.1, 1.1];
const FIRST_MONTH = 5;
/** No visits on this day: the example of `visit add` registers one. */
const KEPT_FREE: Day = '2023-12-30';

const DAYS = daysBetween(CAMPAIGN.from, CAMPAIGN.to)
  .filter(day => day !== KEPT_FREE)
  .map(day => ({ day, weight: weightOf(day) }));

/** `count` different days on which a pair goes out, in order; fewer of them on Sundays and holidays. */
export function outings(random: Random, count: number): Day[] {
  return DAYS.map(({ day, weight }) => ({ day, wait: -Math.log(1 - random()) / weight }))
    .sort((a, b) => a.wait - b.wait)
    .slice(0, count)
    .map(({ day }) => day)
    .sort();
}

/** All days from one to another, both included. */
export function daysBetween(from: Day, to: Day): Day[] {
  return Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) => addDays(from, index));
}

/** Whether offices are open: Monday to Friday, but for holidays. */
export function isWorkday(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday > 0 && weekday < 6 && !isHoliday(day);
}

/** A day, or the next one on which offices are open, forwards or backwards. */
export function workdayFrom(day: Day, step: 1 | -1): Day {
  return isWorkday(day) ? day : workdayFrom(addDays(day, step), step);
}

function weightOf(day: Day): number {
  if (isHoliday(day)) return 0.12;
  const weekday = weekdayOf(day);
  const share = weekday === 0 ? 0.25 : weekday === 6 ? 0.6 : 1;
  return share * (EAGERNESS[Number(day.slice(5, 7)) - FIRST_MONTH] ?? 1);
}

function isHoliday(day: Day): boolean {
  return HOLIDAYS.some(([from, to]) => from <= day && day <= to);
}

/** 0 for Sunday up to 6 for Saturday. */
function weekdayOf(day: Day): number {
  return (dayNumber(day) + 4) % 7;
}
