import { chineseNumber } from '../../kernel/chinese-number.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Param } from '../param.ts';
import { meantYear, type NamedTime, namedDay, readAs } from './day-words.ts';

const YEARS_BACK: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: 1, 上年: 1 };
const YEAR = String.raw`(?:(\d{4})年|(${Object.keys(YEARS_BACK).join('|')}))?`;
const NUMERAL = String.raw`(\d{1,2}|[一二三四五六七八九十]{1,2})`;
const MONTH = new RegExp(`^${YEAR}${NUMERAL}月份?$`);
const QUARTER = new RegExp(`^${YEAR}(?:第?${NUMERAL}季度?|[Qq]([1-4]))$`);

/** A month or a quarter as people name it, as a number of a year. */
interface Part {
  readonly form: RegExp;
  readonly months: number;
  /** How a command line has it: 2023-05, 2023-Q2. */
  written(year: number, number: number): string;
}

const PARTS: Readonly<Record<'month' | 'quarter', Part>> = {
  month: { form: MONTH, months: 1, written: (year, number) => `${year}-${String(number).padStart(2, '0')}` },
  quarter: { form: QUARTER, months: 3, written: (year, number) => `${year}-Q${number}` },
};

/**
 * A month or a quarter without its year (12月, 十二月份, 四季度, Q4), which is this year's, or the last one's where this year's is
 * more than three months ahead; with 去年 or in Chinese numerals, too. Anything else is undefined.
 */
function namedPart({ form, months, written }: Part, text: string, today: Day): NamedTime | undefined {
  const word = text.replace(/\s/g, '');
  const [, digits, named, ...numerals] = form.exec(word) ?? [];
  const numeral = numerals.find(part => part !== undefined);
  const number = numeral === undefined ? undefined : (chineseNumber(numeral) ?? Number(numeral));
  if (number === undefined || number < 1 || number * months > 12) return undefined;
  const current = Number(today.slice(0, 4));
  if (digits !== undefined) return { value: written(Number(digits), number) };
  if (named !== undefined) return { value: written(current - (YEARS_BACK[named] ?? 0), number) };
  const startIn = (year: number) => dayOf(year, (number - 1) * months + 1, 1);
  const value = written(meantYear([current - 1, current], startIn, today) ?? current, number);
  return { value, remark: readAs(word, value) };
}

/** What a word stands for where a parameter takes a day, a month or a quarter; undefined where it is written as the commands have it. */
export function namedTime(
  { term, isBound }: Pick<Param<unknown>, 'term' | 'isBound'>,
  text: string,
  today: Day,
): NamedTime | undefined {
  if (term.includes('<day>')) return namedDay(text, today, { isBound });
  if (term.includes('<month>')) return namedPart(PARTS.month, text, today);
  return term.includes('<quarter>') ? namedPart(PARTS.quarter, text, today) : undefined;
}
