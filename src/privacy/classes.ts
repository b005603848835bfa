import type { Day } from '../kernel/day.ts';
import { type Text, wordList } from '../kernel/text.ts';

/** What is kept for the same time: the records of a class begin to age on the same kind of day. */
export const RECORD_CLASSES = wordList({
  case: { zh: '纠纷、信访案卷', en: 'case files' },
  visit: { zh: '民情日记', en: 'visit diaries' },
  need: { zh: '需求、服务记录', en: 'needs and services' },
  household: { zh: '已停用的户', en: 'closed households' },
  staff: { zh: '离任人员的电话', en: 'phones of former staff' },
});

export type RecordClass = keyof typeof RECORD_CLASSES;

/** From which day on the records of a class age. */
export const AGE_FROM: Readonly<Record<RecordClass, Text>> = {
  case: { zh: '最后一次办理', en: 'the last act of a case that is over' },
  visit: { zh: '走访日期', en: 'the day of the visit' },
  need: { zh: '反馈、撤销或服务日期', en: 'the day of the feedback, withdrawal or service' },
  household: { zh: '停用日期', en: 'the day on which it was closed' },
  staff: { zh: '离任日期', en: 'the day on which they left' },
};

/** For good. */
export const FOREVER = 'forever';

/** How many years each class is kept, or for good. */
export type Retention = number | typeof FOREVER;

/**
 * What holds where an office has set nothing. No law gives a number for the country: case files follow the ten years of
 * ordinary office files (档案 order No. 8 of 2006, 定期 10 年), the rest is as long as work needs it (PIPL Art. 19).
 */
export const DEFAULT_RETENTION: Readonly<Record<RecordClass, Retention>> = {
  case: 10,
  visit: 5,
  need: 5,
  household: 5,
  staff: 3,
};

/** Case files that are to be kept long are kept for thirty years at least (档案 order No. 8, 定期 30 年); permanent ones for good. */
export const LONG_YEARS = 30;

/** The day before which records are due; none where they are kept for good. */
export function dueBefore(years: Retention, today: Day): Day | undefined {
  if (years === FOREVER) return undefined;
  const [year = '', ...rest] = today.split('-');
  const before = [String(Number(year) - years).padStart(4, '0'), ...rest].join('-');
  // A year without a 29 February ends with the day before.
  return before.endsWith('-02-29') && !isLeap(Number(year) - years) ? before.replace('-29', '-28') : before;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
