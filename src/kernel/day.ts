import type { Text } from './text.ts';

/** A calendar day as `YYYY-MM-DD`: sorts and compares as text, has no time zone. */
export type Day = string;

/** "Since always" and "until further notice": stored instead of NULL so that every span compares the same way. */
export const BEGINNING: Day = '0001-01-01';
export const OPEN_END: Day = '9999-12-31';

/** A half-open span of days: `from_on` is the first day, `to_on` the first day after it. */
export interface Span {
  readonly from_on: Day;
  readonly to_on: Day;
}

export const ALWAYS = { from_on: BEGINNING, to_on: OPEN_END } as const satisfies Span;

/** No act of today's offices is older than the People's Republic: an earlier day is a slip of the hand. */
export const EARLIEST: Day = '1949-10-01';

/** Why a day cannot be that of an act, if it cannot. */
export function tooEarly(day: Day): Text | undefined {
  if (day >= EARLIEST) return undefined;
  return { zh: `${day} 太早，请核对年份`, en: `${day} is too early; check the year` };
}

const MS_PER_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
/** 9999-12-31; days beyond have no four-digit year. */
const LAST_NUMBER = 2_932_896;

/** Whether text is a real day of the calendar in the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The day for a year, month (1 to 12) and day of the month, or undefined where the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 || date > lengthOfMonth(year, month))
    return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The number of days in a month (1 to 12) of the Gregorian calendar. */
export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whole days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

/** The day that is a number of days after 1970-01-01. */
export function dayFromNumber(days: number): Day {
  return days > LAST_NUMBER ? OPEN_END : new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day a number of days later (or earlier, where negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The day of a spreadsheet serial number in the 1900 date system (1 March 1900 onwards), as Excel and WPS write it. */
export function dayFromSerial(serial: number): Day {
  return dayFromNumber(Math.floor(serial) - SERIAL_OF_1970);
}

export function covers(span: Span, day: Day): boolean {
  return span.from_on <= day && day < span.to_on;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from_on < b.to_on && b.from_on < a.to_on;
}

/** The days that two spans share; it is empty (its end before its beginning) where they share none. */
export function intersection(a: Span, b: Span): Span {
  return { from_on: a.from_on > b.from_on ? a.from_on : b.from_on, to_on: a.to_on < b.to_on ? a.to_on : b.to_on };
}

export function encloses(outer: Span, inner: Span): boolean {
  return outer.from_on <= inner.from_on && inner.to_on <= outer.to_on;
}

/** Why something cannot end on a day: it has already ended, or has not begun by then. */
export function endingProblem(what: string, span: Span, on: Day): Text | undefined {
  if (span.to_on !== OPEN_END)
    return { zh: `${what} 已于 ${span.to_on} 停用`, en: `${what} was closed on ${span.to_on}` };
  return on <= span.from_on ? endsTooEarly(what, on) : undefined;
}

/** The refusal of an end that is not after the beginning. */
export function endsTooEarly(what: string, on: Day): Text {
  return {
    zh: `${what} 的停用日期 ${on} 不晚于开始日期`,
    en: `${what} cannot end on ${on}: it begins on that day or later`,
  };
}

/** A bound as people see it: unbounded ends are empty. */
export function shownBound(day: Day): Day | null {
  return day === BEGINNING || day === OPEN_END ? null : day;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
