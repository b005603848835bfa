import type { Context } from '../cli/command.ts';
import { choice, flag, type Input, option, optionList, type Param } from '../cli/param.ts';
import { asYear } from '../cli/values.ts';
import type { ColumnValue, NamedColumn, ReadingChoice } from '../intake/reading.ts';
import { misuse } from '../kernel/failure.ts';
import { untranslated } from '../kernel/text.ts';
import { loadNames } from '../naming/lookups.ts';
import { unitTitles } from '../naming/titled-unit.ts';
import { registeredColumnNames } from './column-name-store.ts';

/** The options of every import for what the form of a file leaves open. */
export const readingParams = {
  encoding: alsoCalled(
    choice(
      '--encoding <name>',
      { zh: '文件编码（默认自动判断）', en: 'the file’s encoding (default: detected)' },
      { 'utf-8': untranslated('UTF-8'), gb18030: untranslated('GB18030/GBK') },
    ),
    { utf8: 'utf-8', gbk: 'gb18030', gb2312: 'gb18030', cp936: 'gb18030', ansi: 'gb18030' },
  ),
  sheet: option('--sheet <name>', { zh: '工作簿里的哪张表', en: 'the sheet of a workbook' }),
  map: optionList(
    '--map <name=column...>',
    { zh: '叫法不同的列：列=列名，如 走访情况=民情日记', en: 'a column with another name: name=column' },
    asNamedColumn,
  ),
  set: optionList(
    '--set <column=value...>',
    {
      zh: '文件里没有、各行都一样的列：列名=值，如 难易程度=简易',
      en: 'a column that is the same in all rows: column=value',
    },
    asColumnValue,
  ),
  year: option('--year <year>', { zh: '日期没写年份时的年份', en: 'the year of days that have none' }, text =>
    Number(asYear(text)),
  ),
  day: option(
    '--day <number>',
    {
      zh: '日期只写到月时的日（1 到 31，31 为月末）',
      en: 'the day of dates that have only a month (1 to 31; 31 is its last)',
    },
    asDayOfMonth,
  ),
  fillDown: optionList(
    '--fill-down <column...>',
    { zh: '空格子取上一行的值的列（合并单元格）', en: 'columns whose empty cells hold the value above (merged cells)' },
    name => name,
  ),
  lenient: flag('--lenient', {
    zh: '可不填的列内容不对时按空白导入，并逐格说明',
    en: 'import bad values of optional columns as empty, with a remark for each',
  }),
} as const;

/** The same option that takes other names of its values, too, in any case of letters. */
function alsoCalled<V extends string>(param: Param<V, false>, names: Readonly<Record<string, V>>): Param<V, false> {
  const { parse } = param;
  return { ...param, parse: text => parse(names[text.toLowerCase()] ?? text.toLowerCase()) };
}

function asDayOfMonth(text: string): number {
  const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (day >= 1 && day <= 31) return day;
  return misuse({ zh: `「${text}」应为 1 到 31`, en: `"${text}" should be 1 to 31` });
}

function asNamedColumn(text: string): NamedColumn {
  const [, name, column] = /^(.+)=(.+)$/.exec(text) ?? [];
  if (name !== undefined && column !== undefined) return { name: name.trim(), column: column.trim() };
  return misuse({ zh: `「${text}」应写成 列=列名`, en: `"${text}" should be name=column` });
}

function asColumnValue(text: string): ColumnValue {
  const [, column, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (column !== undefined && value !== undefined) return { column: column.trim(), text: value.trim() };
  return misuse({ zh: `「${text}」应写成 列名=值`, en: `"${text}" should be column=value` });
}

/** How a file is read, from the options of its import and the names that the office has registered. */
export function readingChoice({ db, today }: Context, input: Input<typeof readingParams>): ReadingChoice {
  const { encoding, sheet, map = [], set = [], year, day, fillDown = [], lenient } = input;
  return {
    encoding,
    sheet,
    map,
    registered: registeredColumnNames(db, today),
    set,
    titles: unitTitles(loadNames(db)),
    year,
    day,
    fillDown,
    lenient,
  };
}
