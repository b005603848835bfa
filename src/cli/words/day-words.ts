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

/** A day that was named by a word, and what is said where its year was not. */
interface NamedDay {
  readonly day: Day;
  readonly remark?: Text;
}

/** Days without a year are mostly past ones; one that is named ahead of time is not farther away than this. */
const DAYS_AHEAD = 92;

/**
 * A day as people name it: 今天, 昨天, tomorrow; 11月28日, which is the last such day, or the coming one where that is within three
 * months. Anything else is undefined.
 */
export function namedDay(text: string, today: Day): NamedDay | undefined {
  const word = text.trim();
  const away = DAYS_FROM_TODAY.get(word.toLowerCase());
  if (away !== undefined) return { day: addDays(today, away) };
  if (!lacksYear(word)) return undefined;
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap(near => readDay(word, near) ?? []);
  const day = days.findLast(other => other <= addDays(today, DAYS_AHEAD));
  return day === undefined
    ? undefined
    : { day, remark: { zh: `「${word}」当作 ${day}`, en: `"${word}" was read as ${day}` } };
}
