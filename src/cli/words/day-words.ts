import { lacksYear, readDay } from '../../intake/day-text.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';

/** How many days from today a word names, in both languages. */
const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ...['前天', '前日'].map(word => [word, -2] as const),
  ...['昨天', '昨日', 'yesterday'].map(word => [word, -1] as const),
  ...['今天', '今日', 'today'].map(word => [word, 0] as const),
  ...['明天', '明日', 'tomorrow'].map(word => [word, 1] as const),
  ...['后天', '后日'].map(word => [word, 2] as const),
]);

/** What a word for a day or a period stands for, and what is said where its year was not. */
export interface NamedTime {
  readonly value: string;
  readonly remark?: Text;
}

/** What has no year is mostly past; what is named ahead of time is not farther away than this. */
const DAYS_AHEAD = 92;

/** The year that is meant where none is said: the last of them in which it has begun, or begins within three months. */
export function meantYear(years: readonly number[], startIn: (year: number) => Day | undefined, today: Day) {
  return years.findLast(year => {
    const start = startIn(year);
    return start !== undefined && start <= addDays(today, DAYS_AHEAD);
  });
}

/**
 * A day as people name it: 今天, 昨天, tomorrow; 11月28日, which is the last such day, or the coming one where that is within three
 * months. A bound of a period is not in the next year, since a period without a year is this year's. Anything else is undefined.
 */
export function namedDay(
  text: string,
  today: Day,
  { isBound = false }: { readonly isBound?: boolean | undefined } = {},
): NamedTime | undefined {
  const word = text.trim();
  const away = DAYS_FROM_TODAY.get(word.toLowerCase());
  if (away !== undefined) return { value: addDays(today, away) };
  if (!lacksYear(word)) return undefined;
  const year = Number(today.slice(0, 4));
  const dayIn = (near: number) => readDay(word, near);
  const meant = meantYear([year - 1, year, ...(isBound ? [] : [year + 1])], dayIn, today);
  const day = meant === undefined ? undefined : dayIn(meant);
  return day === undefined ? undefined : { value: day, remark: readAs(word, day) };
}

/** What is said of a word whose year was not. */
export const readAs = (word: string, value: string): Text => ({
  zh: `「${word}」当作 ${value}`,
  en: `"${word}" was read as ${value}`,
});
