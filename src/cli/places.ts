import { bounding, option, picks } from './param.ts';
import { asBound, asDay } from './values.ts';

/** Options for periods, places and days: the same everywhere. */
export const periodParams = {
  month: option('--month <month>', { zh: '统计月份，如 2023-05', en: 'a month, like 2023-05' }),
  quarter: option('--quarter <quarter>', { zh: '统计季度，如 2023-Q2', en: 'a quarter, like 2023-Q2' }),
  year: option('--year <year>', { zh: '统计年份，如 2023', en: 'a year, like 2023' }),
  from: bounding(option('--from <day>', { zh: '统计期起始日（含）', en: 'first day of the period' }, asDay)),
  to: bounding(option('--to <day>', { zh: '统计期截止日（含）', en: 'last day of the period' }, asDay)),
} as const;

export const unitParam = picks(
  'unit',
  option('--unit <code>', { zh: '机构代码（含下级）', en: 'a unit and all units below it' }),
);

export const onParam = option(
  '--on <day>',
  { zh: '生效日期（默认今天）', en: 'the day it takes effect (default today)' },
  asBound,
);

export const asOfParam = option(
  '--on <day>',
  { zh: '查询哪一天的情况（默认今天）', en: 'the day to look at (default today)' },
  asDay,
);

export const reasonParam = option('--reason <text>', {
  zh: '原因（记入历史）',
  en: 'the reason (kept in the history)',
});
