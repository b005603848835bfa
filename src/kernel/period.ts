import { BEGINNING, type Day, dayOf, lengthOfMonth } from './day.ts';
import { misuse } from './failure.ts';
import type { Text } from './text.ts';

/** The days a report counts, both ends included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface PeriodOptions {
  readonly month?: string | undefined;
  readonly quarter?: string | undefined;
  readonly year?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Whether the options name a period at all. */
export function namesPeriod({ month, quarter, year, from, to }: PeriodOptions): boolean {
  return (month ?? quarter ?? year ?? from ?? to) !== undefined;
}

/** The period that the common options name; without any, everything up to today. One way of naming it at a time. */
export function periodOf(options: PeriodOptions, today: Day): Period {
  const { month, quarter, year, from, to } = options;
  const ways = [month, quarter, year, from ?? to].filter(way => way !== undefined);
  if (ways.length > 1)
    misuse({
      zh: '统计期只能用一种方式指定：--month、--quarter、--year，或 --from 与 --to',
      en: 'Name the period in one way only: --month, --quarter, --year, or --from with --to',
    });
  if (month !== undefined) return monthPeriod(month, today);
  if (quarter !== undefined) return quarterPeriod(quarter, today);
  if (year !== undefined) return yearPeriod(year, today);
  const period = { from: from ?? BEGINNING, to: to ?? today };
  if (period.from > period.to)
    misuse({
      zh: `统计期的起始日期 ${period.from} 晚于截止日期 ${period.to}`,
      en: `The period starts on ${period.from}, after its end on ${period.to}`,
    });
  return period;
}

/** A period without the days to come: on them nothing is late yet. */
export function untilToday({ from, to }: Period, today: Day): Period {
  return { from, to: to < today ? to : today };
}

/** Whether a day is in a period, both ends included; a missing day is not. */
export function isIn({ from, to }: Period, day: Day | null): boolean {
  return day !== null && from <= day && day <= to;
}

/** Whether a period has ended before a day; before no day, where none is given. */
export function liesBefore({ to }: Period, day: Day | undefined): boolean {
  return day !== undefined && to < day;
}

/** How a period reads in a heading. */
export function periodText(period: Period): Text {
  if (period.from === BEGINNING) return { zh: `截至 ${period.to}`, en: `up to ${period.to}` };
  if (period.from === period.to) return { zh: period.from, en: period.from };
  return { zh: `${period.from} 至 ${period.to}`, en: `${period.from} to ${period.to}` };
}

/** How many periods back a word names, in both languages. */
const BACK = {
  month: new Map([
    ...['this', '本月', '这个月'].map(word => [word, 0] as const),
    ...['last', '上月', '上个月'].map(word => [word, 1] as const),
  ]),
  quarter: new Map([
    ...['this', '本季度', '本季'].map(word => [word, 0] as const),
    ...['last', '上季度', '上季'].map(word => [word, 1] as const),
  ]),
  year: new Map([
    ...['this', '今年', '本年', '本年度'].map(word => [word, 0] as const),
    ...['last', '去年', '上年', '上年度'].map(word => [word, 1] as const),
  ]),
} as const;

const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7));

/** 2023-05, 2023/5, 2023年5月, this, last, 本月, 上月. */
function monthPeriod(text: string, today: Day): Period {
  const match = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月(?:份)?)$/.exec(text);
  const back = BACK.month.get(text);
  const period =
    back === undefined
      ? match && months(Number(match[1]), Number(match[2] ?? match[3]), 1)
      : monthsBack(today, monthOf(today), back, 1);
  return period ?? unreadable('--month', text, '2023-05');
}

/** 2023-Q2, 2023年第二季度, 2023年2季度, this, last, 本季度, 上季度. */
function quarterPeriod(text: string, today: Day): Period {
  const match = /^(\d{4})(?:-?[Qq]([1-4])|年第?([1-4一二三四])季度?)$/.exec(text);
  const back = BACK.quarter.get(text);
  const number = (word: string) => '一二三四'.indexOf(word) + 1 || Number(word);
  const period =
    back === undefined
      ? match && months(Number(match[1]), number(match[2] ?? match[3] ?? '') * 3 - 2, 3)
      : monthsBack(today, monthOf(today) - ((monthOf(today) - 1) % 3), back * 3, 3);
  return period ?? unreadable('--quarter', text, '2023-Q2');
}

/** 2023, 2023年, 2023年度, this, last, 今年, 去年. */
function yearPeriod(text: string, today: Day): Period {
  const back = BACK.year.get(text);
  const year = back === undefined ? /^(\d{4})(?:年度?)?$/.exec(text)?.[1] : yearOf(today) - back;
  const period = year === undefined ? undefined : months(Number(year), 1, 12);
  return period ?? unreadable('--year', text, '2023');
}

/** So many months that begin a number of months before a month of this year. */
function monthsBack(today: Day, month: number, back: number, count: number): Period | undefined {
  const first = yearOf(today) * 12 + month - 1 - back;
  return months(Math.floor(first / 12), (first % 12) + 1, count);
}

function months(year: number, first: number, count: number): Period | undefined {
  const from = dayOf(year, first, 1);
  if (from === undefined) return undefined;
  const last = first + count - 1;
  return { from, to: `${from.slice(0, 4)}-${String(last).padStart(2, '0')}-${lengthOfMonth(year, last)}` };
}

function unreadable(option: string, text: string, example: string): never {
  misuse({
    zh: `${option} 无法识别「${text}」，例如 ${example}`,
    en: `${option}: "${text}" is not valid; write it like ${example}`,
  });
}
