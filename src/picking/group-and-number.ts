import { chineseNumber } from '../kernel/chinese-number.ts';

const NUMERAL = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
/** 2-15, 2组15号, 二组15号, 第2组 15号. */
const WRITTEN = new RegExp(
  `(?<![\\dP-])第?(${NUMERAL})(?:[-\\u2010-\\u2015]|组 *(?=\\d+号))(\\d{1,4})号?(?![\\d组-])`,
  'g',
);

/** A search for households with each group and number as codes end with them: two digits for the group, four for the number. */
export function withCodeEnds(typed: string): string {
  const text = typed.normalize('NFKC');
  return text.replace(WRITTEN, (all, group: string, number: string, at: number) => {
    const value = chineseNumber(group) ?? Number(group);
    // The name of the village may be written without a space before them.
    const gap = at > 0 && text[at - 1] !== ' ' ? ' ' : '';
    return Number.isNaN(value) ? all : `${gap}${String(value).padStart(2, '0')}${number.padStart(4, '0')}`;
  });
}
