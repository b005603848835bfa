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
  if (month !== undefined) return namedPeriod('month', month);
  if (quarter !== undefined) return namedPeriod('quarter', quarter);
  if (year !== undefined) return namedPeriod('year', year);
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

/** The periods that have a name: how it is written, and from which month on they last for how many months. */
const NAMED = {
  month: { form: /^(\d{4})-(\d{1,2})$/, first: (month: number) => month, count: 1, example: '2023-05' },
  quarter: {
    form: /^(\d{4})-?[Qq]([1-4])$/,
    first: (quarter: number) => quarter * 3 - 2,
    count: 3,
    example: '2023-Q2',
  },
  year: { form: /^(\d{4})$/, first: () => 1, count: 12, example: '2023' },
} as const;

function namedPeriod(way: keyof typeof NAMED, text: string): Period {
  const { form, first, count, example } = NAMED[way];
  const match = form.exec(text);
  const period = match && months(Number(match[1]), first(Number(match[2])), count);
  return (
    period ??
    misuse({
      zh: `--${way} 无法识别「${text}」，应写成 ${example}`,
      en: `--${way}: "${text}" is not valid; write it like ${example}`,
    })
  );
}

function months(year: number, first: number, count: number): Period | undefined {
  const from = dayOf(year, first, 1);
  const last = first + count - 1;
  const to = from && dayOf(year, last, lengthOfMonth(year, last));
  return from && to ? { from, to } : undefined;
}
