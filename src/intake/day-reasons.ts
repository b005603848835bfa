import type { Text } from '../kernel/text.ts';
import { lacksDay, lacksYear, maybeLostZero } from './day-text.ts';

/** Why a text is not read as a day. */
export function noDay(text: string): Text {
  if (maybeLostZero(text)) return LOST_ZERO;
  if (lacksYear(text)) return NO_YEAR;
  return lacksDay(text) ? ONLY_MONTH : NO_DAY;
}

export const NO_YEAR: Text = { zh: '没有写年份', en: 'has no year' };
export const ONLY_MONTH: Text = { zh: '只写到月，没有写日', en: 'has only a month' };
/** 5.10 in a cell of numbers is 5.1. */
const LOST_ZERO: Text = {
  zh: '可能是丢了末尾 0 的数字（5.1 也许是 5.10）：请写成 5月1日 或 5/1',
  en: 'may be a number that lost its last zero (5.1 may be 5.10): write it like 5/1',
};
export const NO_DAY: Text = {
  zh: '不是真实存在的日期，例如 2023-05-03',
  en: 'is not a day of the calendar; write it like 2023-05-03',
};
