import { chineseNumber } from '../kernel/chinese-number.ts';

const NUMERAL = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
/** 2-15, 2组15号, 二组15号, 第2组 15号. */
const WRITTEN = new RegExp(
  `(?<![\\dP-])第?(${NUMERAL})(?:[-\\u2010-\\u2015]|组 *(?=\\d+号))(\\d{1,4})号?(?![\\d组-])`,
  'g',
);

/** A search for households with each group and number as codes end with them: two digits for the group, four for the number. */
export function withCodeEnds(typed: string): string {
  return typed.normalize('NFKC').replace(WRITTEN, (all, group: string, number: string) => {
    const value = chineseNumber(group) ?? Number(group);
    return Number.isNaN(value) ? all : `${String(value).padStart(2, '0')}${number.padStart(4, '0')}`;
  });
}
