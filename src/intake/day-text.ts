import { chineseDigit, chineseNumber } from '../kernel/chinese-number.ts';
import { type Day, dayFromSerial, dayOf } from '../kernel/day.ts';

/** Behind a day spreadsheets write the time at which it was typed; a day is all that is kept. */
const TIME = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const PARTED = String.raw`(\d{4})[-–—/.、](\d{1,2})[-–—/.、](\d{1,2})`;
const NAMED = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})[日号]`;
const JOINED = String.raw`((?:19|20)\d\d)(\d\d)(\d\d)`;
const WRITTEN = new RegExp(`^(?:${PARTED}|${NAMED}|${JOINED})${TIME}$`);
/** Spreadsheet serials that can be meant as days of ours, 1954 to 2064; behind the point is the time of day. */
const SERIAL = /^[2-5]\d{4}(?:\.\d+)?$/;
/** Behind a point 1, 2 and 3 may have been 10, 20 and 30: a cell of numbers has no last zero. */
const WITHOUT_YEAR = /^(\d{1,2})(?:月(\d{1,2})[日号]|[-–—/、](\d{1,2})|\.(0\d|[4-9]|[123]\d))$/;
const LOST_ZERO = /^\d{1,2}\.[123]$/;
const CHINESE =
  /^(?:([〇○零Oo一二三四五六七八九\d]{4})年)?([一二三四五六七八九十]{1,2}|\d{1,2})月([一二三四五六七八九十]{1,3}|\d{1,2})[日号]$/;
/** What people write behind a day: the day of the week, the time of day. */
const WEEKDAY = /\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/;
const PART_OF_DAY =
  /(?<=[\d日号])\s*(?:上午|下午|早上|早晨|中午|晚上|傍晚|凌晨)\s*(?:\d{1,2}(?:[:时点](?:\d{1,2}分?)?)?(?::\d{2})?)?$/;
const TIME_OF_DAY = /(?<=[日号])\s*\d{1,2}(?:[:时点]\d{0,2}分?)(?::\d{2})?$/;
const NOT_ASCII = /[^ -~]/;

/**
 * Reads a day as people and spreadsheets write it: 2023-05-03, 2023/5/3 14:30, 2023.5.3, 20230503, 2023年5月3日,
 * 2023年5月3日（星期三）上午, 二〇二三年五月三日, 45049.6; with the year of the file also 5月3日 and 5/3. Returns undefined for anything else and for days
 * that the calendar does not have.
 */
export function readDay(text: string, year?: number): Day | undefined {
  if (SERIAL.test(text)) return dayFromSerial(Number(text));
  const arabic = inDigits(text);
  const match = WRITTEN.exec(arabic);
  if (match) {
    const [y, m, d] = match.slice(1).filter(part => part !== undefined);
    return dayOf(Number(y), Number(m), Number(d));
  }
  const short = year === undefined ? null : WITHOUT_YEAR.exec(arabic);
  return short && year !== undefined
    ? dayOf(year, Number(short[1]), Number(short[2] ?? short[3] ?? short[4]))
    : undefined;
}

/** A month without a day: 2023年5月, 2023-05. With a point, 2023.1 may be a number that was 2023.10. */
const MONTH = /^(\d{4})(?:年(\d{1,2})月?|[-–—/](\d{1,2})|\.(0\d|1[0-2]|[2-9]))$/;

/** The day of a month that a text names without saying the day; 31 is the last one of each. */
export function dayInMonth(text: string, day: number): Day | undefined {
  const [, year, ...months] = MONTH.exec(inDigits(text)) ?? [];
  const month = months.find(part => part !== undefined);
  if (year === undefined || month === undefined) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return dayOf(Number(year), Number(month), Math.min(day, last));
}

/** Whether a text is a month of which the day is not said. */
export function lacksDay(text: string): boolean {
  return readDay(text) === undefined && dayInMonth(text, 1) !== undefined;
}

/** Whether a text is a day of which the year is not said: 5月3日, 5/3. */
export function lacksYear(text: string): boolean {
  return readDay(text) === undefined && readDay(text, 2000) !== undefined;
}

/** A year as a title has it: 2026年5月走访登记表, 2026-05. */
const TITLE_YEAR = /(?<!\d)((?:19|20)\d\d)(?=\s*年|[-–—/.]\d)/g;

/** The year that titles name; undefined where they name none or several. */
export function yearIn(titles: readonly string[]): number | undefined {
  const named = titles.flatMap(title => [...title.normalize('NFKC').matchAll(TITLE_YEAR)].map(([year]) => year));
  const [year, ...others] = new Set(named);
  return year === undefined || others.length > 0 ? undefined : Number(year);
}

/** Whether a text may be a day whose last zero is lost: 5.1. */
export function maybeLostZero(text: string): boolean {
  return LOST_ZERO.test(text);
}

/** A day in digits, without the spaces inside it and without what stands behind it. */
function inDigits(text: string): string {
  const day = NOT_ASCII.test(text) ? text.replace(WEEKDAY, '').replace(PART_OF_DAY, '').replace(TIME_OF_DAY, '') : text;
  const close = day.replace(/\s*([-–—/.、年月日号])\s*(?=\d|$|[一二三四五六七八九十])/g, '$1');
  const match = CHINESE.exec(close);
  if (!match) return close;
  const [, year, month = '', date = ''] = match;
  return `${year ? `${[...year].map(digitOf).join('')}年` : ''}${numberOf(month)}月${numberOf(date)}日`;
}

const digitOf = (sign: string) => (/\d/.test(sign) ? sign : chineseDigit(sign));
const numberOf = (text: string) => (/\d/.test(text) ? text : chineseNumber(text));
