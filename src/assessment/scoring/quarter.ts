import type { Day } from '../../kernel/day.ts';
import { liesBefore, type Period, periodOf } from '../../kernel/period.ts';

/** A quarter by its one name: 2023-Q2. */
export interface Quarter extends Period {
  readonly name: string;
}

/** Reads a quarter in any form that periods take; throws a usage Failure. */
export function asQuarter(text: string): Quarter {
  const period = periodOf({ quarter: text }, '');
  return { ...period, name: nameAround(period.from) };
}

/** The four quarters of a year; throws a usage Failure. */
export function quartersOf(year: string): Quarter[] {
  const { from } = periodOf({ year }, '');
  return [1, 2, 3, 4].map(n => asQuarter(`${from.slice(0, 4)}-Q${n}`));
}

/** The quarters that count in a year: those that end before the campaign's start do not (S-47). */
export function quartersSince(quarters: readonly Quarter[], start: Day | undefined): Quarter[] {
  return quarters.filter(quarter => !liesBefore(quarter, start));
}

/** The quarter of a day. */
export function quarterAround(day: Day): Quarter {
  return asQuarter(nameAround(day));
}

function nameAround(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
