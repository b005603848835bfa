import { addDays, type Day, intersection, lengthOfMonth, type Span } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';
import { ORDINARY, type Per, type Standard } from './standard.ts';

/** A span of days in which a household has one and the same standard. */
export interface Part extends Span {
  readonly standard: Standard;
}

/** A time in which a household was of another kind than the ordinary. */
export interface KindSpan extends Span {
  readonly kind: string;
}

/** What a standard asks of a household in one month, quarter, half-year or year, as far as it holds in it. */
export interface Duty {
  /** The standard that held last. */
  readonly standard: Standard;
  /** The calendar's month, quarter, half-year or year. */
  readonly period: Period;
  /** The first and the last day in it on which the standard holds: the visits of these days count. */
  readonly from: Day;
  readonly to: Day;
  readonly asked: number;
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies Record<Per, number>;

/** Which standard a household has, and when: that of its kind, in the times in which it is on the register (入户走访台账). */
export function partsOf(
  times: readonly Span[],
  kinds: readonly KindSpan[],
  standards: readonly Standard[],
): readonly Part[] {
  const ordinary = times.flatMap(time => gapsIn(time, kinds)).map(span => ({ ...span, kind: ORDINARY }));
  const others = kinds.flatMap(kind => times.map(time => ({ ...intersection(kind, time), kind: kind.kind })));
  const parts = [...ordinary, ...others].flatMap(({ kind, ...span }) =>
    standards.filter(({ code }) => code === kind).map(standard => ({ standard, ...intersection(span, standard) })),
  );
  return parts.filter(isAny).sort(byStart);
}

/** The days of a span that are in none of the others, which do not overlap. */
function gapsIn({ from_on, to_on }: Span, others: readonly Span[]): Span[] {
  const sorted = others
    .map(other => intersection(other, { from_on, to_on }))
    .filter(isAny)
    .sort(byStart);
  const starts = [from_on, ...sorted.map(other => other.to_on)];
  const ends = [...sorted.map(other => other.from_on), to_on];
  return starts.map((start, index) => ({ from_on: start, to_on: ends[index] ?? to_on })).filter(isAny);
}

const byStart = (a: Span, b: Span) => (a.from_on < b.from_on ? -1 : 1);
const isAny = ({ from_on, to_on }: Span) => from_on < to_on;

/**
 * What is asked of a household in the calendar periods that touch some days. Where a standard holds for a part of a
 * period only (the household moved in, became one in hardship, the standard changed) its visits are asked in proportion to
 * the time, and only whole visits: nobody is behind a standard for which there was no time.
 */
export function dutiesIn(parts: readonly Part[], { from, to }: Period): Duty[] {
  const years = { from_on: `${from.slice(0, 4)}-01-01`, to_on: `${Number(to.slice(0, 4)) + 1}-01-01` };
  const held = new Map<string, { period: Period; parts: Part[] }>();
  for (const { standard, ...span } of parts) {
    const { from_on, to_on } = intersection(span, years);
    for (let day = from_on; day < to_on; ) {
      const period = periodAround(standard.per, day);
      const next = addDays(period.to, 1);
      const key = `${standard.per} ${period.from}`;
      const own = held.get(key) ?? { period, parts: [] };
      own.parts.push({ standard, from_on: day, to_on: next < to_on ? next : to_on });
      held.set(key, own);
      day = next;
    }
  }
  return [...held.values()]
    .flatMap(({ period, parts }) => dutyOf(period, parts))
    .filter(duty => touches(duty, from, to));
}

const touches = (duty: Duty, from: Day, to: Day) => duty.from <= to && from <= duty.to;

function dutyOf(period: Period, parts: readonly Part[]): Duty[] {
  const last = parts.at(-1);
  if (!last) return [];
  const share = parts.reduce(
    (sum, { standard, from_on, to_on }) =>
      sum + (standard.visits * monthsBetween(from_on, to_on)) / MONTHS[standard.per],
    0,
  );
  const asked = Math.floor(share + HAIR);
  const { standard } = last;
  return [{ standard, period, from: parts[0]?.from_on ?? period.from, to: addDays(last.to_on, -1), asked }];
}

/** Shares are sums of fractions: one that is whole but for the last binary digit is whole. */
const HAIR = 1e-9;

/** The months from a day to another; a part of a month is in proportion to its days, so that all months are equal. */
function monthsBetween(from: Day, to: Day): number {
  return monthsUpTo(to) - monthsUpTo(from);
}

function monthsUpTo(day: Day): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return year * 12 + month + (date - 1) / lengthOfMonth(year, month);
}

/** The calendar's month, quarter, half-year or year with a day. */
export function periodAround(per: Per, day: Day): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month - ((month - 1) % MONTHS[per]);
  return { from: `${day.slice(0, 4)}-${twoDigits(first)}-01`, to: endOfMonth(year, first + MONTHS[per] - 1) };
}

/**
 * The day by which the nth visit of a duty is made: the visits are spread evenly over its months, so that two a year are one
 * in each half, and the last has until the end.
 */
export function lastDayFor(duty: Duty, nth: number): Day {
  const [year, month] = [Number(duty.from.slice(0, 4)), Number(duty.from.slice(5, 7))];
  const months = Number(duty.to.slice(5, 7)) - month + 1;
  const end = endOfMonth(year, month - 1 + Math.ceil((months * nth) / duty.asked));
  return nth >= duty.asked || end > duty.to ? duty.to : end;
}

/** How many visits of a duty should have been made by a day. */
export function dueBy(duty: Duty, day: Day): number {
  let due = 0;
  while (due < duty.asked && lastDayFor(duty, due + 1) <= day) due++;
  return due;
}

function endOfMonth(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${lengthOfMonth(year, month)}`;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
