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
  if (month !== undefined) return monthPeriod(month);
  if (quarter !== undefined) return quarterPeriod(quarter);
  if (year !== undefined) return yearPeriod(year);
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

function monthPeriod(text: string): Period {
  const match = /^(\d{4})-(\d{1,2})$/.exec(text);
  const period = match && months(Number(match[1]), Number(match[2]), 1);
  return period ?? unreadable('--month', text, '2023-05');
}

function quarterPeriod(text: string): Period {
  const match = /^(\d{4})-?[Qq]([1-4])$/.exec(text);
  const period = match && months(Number(match[1]), Number(match[2]) * 3 - 2, 3);
  return period ?? unreadable('--quarter', text, '2023-Q2');
}

function yearPeriod(text: string): Period {
  const period = /^\d{4}$/.test(text) ? months(Number(text), 1, 12) : undefined;
  return period ?? unreadable('--year', text, '2023');
}

function months(year: number, first: number, count: number): Period | undefined {
  const from = dayOf(year, first, 1);
  if (from === undefined) return undefined;
  const last = first + count - 1;
  return { from, to: `${from.slice(0, 4)}-${String(last).padStart(2, '0')}-${lengthOfMonth(year, last)}` };
}

function unreadable(option: string, text: string, example: string): never {
  misuse({
    zh: `${option} 无法识别「${text}」，应写成 ${example}`,
    en: `${option}: "${text}" is not valid; write it like ${example}`,
  });
}
