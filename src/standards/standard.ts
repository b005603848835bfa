import { BadValue, field, listField, plain, spanFields, textField, wordCodeField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Span } from '../kernel/day.ts';
import { type Noun, wordList } from '../kernel/text.ts';

export const STANDARD_TITLE: Noun = {
  zh: '走访标准',
  en: 'visit standards',
  one: 'visit standard',
  list: 'standard list',
};

export const KIND_TITLE = { zh: '户类型', en: 'kinds of households' };

/** The kind of a household of which nothing else is said. */
export const ORDINARY = 'ordinary';

/** The stretches of the calendar for which a standard counts visits. */
const PERS = wordList({
  month: { zh: '每月', en: 'month' },
  quarter: { zh: '每季度', en: 'quarter' },
  'half-year': { zh: '每半年', en: 'half-year' },
  year: { zh: '每年', en: 'year' },
});

export type Per = keyof typeof PERS;

const MOST_VISITS = 31;

export const standardSheet = {
  code: wordCodeField(['code', '户类型代码', 'kind of household'], 'elderly'),
  name_zh: textField(['name_zh', '中文名', 'Chinese name'], '独居老人户'),
  name_en: textField(['name_en', '英文名', 'English name'], 'elderly person living alone'),
  visits: field(['visits', '入户次数', 'home visits'], '1', false, readVisits, 'integer'),
  per: listField(['per', '周期', 'per'], PERS, 'month', {
    月: 'month',
    季: 'quarter',
    季度: 'quarter',
    半年: 'half-year',
    年: 'year',
  }),
  ...spanFields,
};

/** How many home visits a kind of household gets in every month, quarter, half-year or year, for a time. */
export type StandardRow = RowOf<typeof standardSheet>;

/** A standard as it holds for a span of days. */
export interface Standard extends Span {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly visits: number;
  readonly per: Per;
}

function readVisits(text: string): number {
  const digits = plain(text);
  if (/^\d{1,3}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= MOST_VISITS) return Number(digits);
  throw new BadValue({
    zh: `应是 1 到 ${MOST_VISITS} 的整数`,
    en: `must be a whole number from 1 to ${MOST_VISITS}`,
  });
}
