import { addDays, type Day, dayNumber, dayOf } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type ListedDay, weekdayOf } from './listed-day.ts';
import { FESTIVALS } from './statutory-festivals.ts';

/** What a notice of the State Council's office says: the year, its days, and what is wrong with it. */
export interface Notice {
  readonly year: number;
  readonly days: readonly ListedDay[];
  readonly problems: readonly Text[];
}

/**
 * Reads the prose of the yearly notice (国务院办公厅关于…年部分节假日安排的通知). Each numbered item is a festival: its clauses
 * with 放假 name free days, those with 上班 weekend days that are worked. Weekdays in brackets and the number of days are
 * compared with what was read, so that a misprint or another year's notice is found. Undefined where no year is named.
 */
export function readNotice(prose: string): Notice | undefined {
  const text = prose.normalize('NFKC').replace(/\s+/g, '');
  const year = yearOf(text);
  if (year === undefined) return undefined;
  const read = itemsOf(text).map(item => readItem(item, year));
  const days = read.flatMap(item => item.days);
  return { year, days, problems: [...read.flatMap(item => item.problems), ...contradictions(days)] };
}

/** The year is in the title or in the sentence that introduces the items. */
function yearOf(text: string): number | undefined {
  const found = /关于(\d{4})年[^。]{0,20}节假日/.exec(text) ?? /(\d{4})年元旦/.exec(text);
  return found ? Number(found[1]) : undefined;
}

interface Item {
  readonly name: string;
  readonly text: string;
}

const NUMBER = '[一二三四五六七八九十]{1,2}、';

/** The numbered items of a notice that name a festival. */
function itemsOf(text: string): Item[] {
  const heads = [...text.matchAll(new RegExp(`${NUMBER}([^:。,]{2,16}):`, 'g'))];
  return heads
    .map(({ index, 0: head, 1: name = '' }, i) => ({
      name,
      text: text.slice(index + head.length, heads[i + 1]?.index),
    }))
    .filter(({ name }) => FESTIVALS.some(({ called }) => called.test(name)));
}

function readItem({ name, text }: Item, year: number): Omit<Notice, 'year'> {
  const clauses = text.split(/[。;,]/);
  const kinds = clauses.flatMap(clause => {
    const isWorked = clause.endsWith('上班');
    return isWorked || clause.includes('放假') ? [{ clause, isWorked }] : [];
  });
  const spans = kinds.flatMap(({ clause, isWorked }) =>
    spansIn(clause, name, year).map(span => ({ ...span, isWorked, name })),
  );
  const days = spans.flatMap(({ days, isWorked }) => days.map(day => ({ day, isWorked, name })));
  return { days, problems: [...spans.flatMap(({ problems }) => problems), ...countProblems(name, text, days)] };
}

const DATE = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?`;
const SPAN = new RegExp(`${DATE}(?:至${DATE})?`, 'g');

/** The days that a clause names: single ones, and those from one to another. */
function spansIn(clause: string, name: string, year: number) {
  return [...clause.matchAll(SPAN)].map(match => {
    const [first, last] = [match.slice(1, 5), match.slice(5, 9)];
    const from = dateOf(first, { year, month: undefined }, name);
    const to = last[2] === undefined ? from : dateOf(last, yearAndMonth(from, year), name);
    if (from === undefined || to === undefined || to < from)
      return { days: [], problems: [unreadable(name, match[0])] };
    return {
      days: daysBetween(from, to),
      problems: [...weekdayProblems(name, from, first[3]), ...weekdayProblems(name, to, last[3])],
    };
  });
}

interface Context {
  readonly year: number;
  readonly month: number | undefined;
}

function yearAndMonth(from: Day | undefined, year: number): Context {
  return from === undefined
    ? { year, month: undefined }
    : { year: Number(from.slice(0, 4)), month: Number(from.slice(5, 7)) };
}

/** A date that leaves out its year or month has those of the date before it; December of 元旦 is the year before. */
function dateOf(parts: readonly (string | undefined)[], before: Context, name: string): Day | undefined {
  const [ofYear, ofMonth, date] = parts;
  const month = ofMonth === undefined ? before.month : Number(ofMonth);
  if (month === undefined) return undefined;
  const isBefore = before.month === undefined && month === 12 && name.includes('元旦');
  const isAfter = before.month === 12 && month === 1;
  const year = ofYear === undefined ? before.year - Number(isBefore) + Number(isAfter) : Number(ofYear);
  return dayOf(year, month, Number(date));
}

function daysBetween(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.min(dayNumber(to) - dayNumber(from) + 1, 31) }, (_, i) => addDays(from, i));
}

const WEEKDAYS: readonly Text[] = [
  { zh: '日', en: 'Sunday' },
  { zh: '一', en: 'Monday' },
  { zh: '二', en: 'Tuesday' },
  { zh: '三', en: 'Wednesday' },
  { zh: '四', en: 'Thursday' },
  { zh: '五', en: 'Friday' },
  { zh: '六', en: 'Saturday' },
];
/** The weekday that a notice puts behind a date is that of the date. */
function weekdayProblems(name: string, day: Day, remark: string | undefined): Text[] {
  const said = /(?:周|星期)([日一二三四五六天])/.exec(remark ?? '')?.[1]?.replace('天', '日');
  const weekday = WEEKDAYS[weekdayOf(day)];
  const other = WEEKDAYS.find(({ zh }) => zh === said);
  if (other === undefined || weekday === undefined || other === weekday) return [];
  return [
    {
      zh: `${name}：${day} 是星期${weekday.zh}，通知写的是星期${other.zh}`,
      en: `${name}: ${day} is a ${weekday.en}, the notice says ${other.en}`,
    },
  ];
}

/** The number of free days that a notice gives is that of the days it names. */
function countProblems(name: string, text: string, days: readonly ListedDay[]): Text[] {
  const said = /(?:共|放假)(\d{1,2})天/.exec(text)?.[1];
  const free = days.filter(({ isWorked }) => !isWorked).length;
  if (free === 0) return [{ zh: `${name}：没有写明放假的日期`, en: `${name}: no free day is named` }];
  if (said === undefined || Number(said) === free) return [];
  return [
    {
      zh: `${name}：通知写共 ${said} 天，读出 ${free} 天`,
      en: `${name}: the notice says ${said} days, ${free} were read`,
    },
  ];
}

const unreadable = (name: string, date: string): Text => ({
  zh: `${name}：「${date}」不是一个日期`,
  en: `${name}: "${date}" is not a date`,
});

/** A day is named once, or always in the same way. */
function contradictions(days: readonly ListedDay[]): Text[] {
  const kinds = new Map(days.map(({ day, isWorked }) => [day, isWorked]));
  return days
    .filter(({ day, isWorked }) => kinds.get(day) !== isWorked)
    .map(({ day }) => ({ zh: `${day} 既写放假又写上班`, en: `${day} is said to be free and to be worked` }));
}
