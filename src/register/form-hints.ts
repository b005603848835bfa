import { NO_YEAR, ONLY_MONTH } from '../intake/field.ts';
import { columnName, type Header } from '../intake/header.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { Rejection } from './rejected.ts';

/** Options that would help with what is wrong with many rows: a year for days without one, values of merged cells. */
export function formHints(header: Header, rejections: readonly Rejection[]): Text[] {
  const problems = rejections.flatMap(rejection => rejection.problems);
  const hints: Text[] = [];
  const yearless = problems.filter(({ reason }) => reason === NO_YEAR).length;
  if (yearless > 0)
    hints.push({
      zh: `${yearless} 处日期没有年份：用 --year 指定全文件的年份，如 --year 2023`,
      en: `${counted(yearless, 'day')} without a year: --year 2023 says which`,
    });
  const dayless = problems.filter(({ reason }) => reason === ONLY_MONTH).length;
  if (dayless > 0)
    hints.push({
      zh: `${dayless} 处日期只写到月：补上日；都按同一日导入的，用 --day 指定，如 --day 1`,
      en: `${counted(dayless, 'date')} with only a month: write the day, or take the same one for all, like --day 1`,
    });
  for (const [column, cells] of emptyCells(problems)) {
    if ((header.at[column] ?? -1) < 0) continue;
    const name = columnName(header, column);
    hints.push({
      zh: `「${name}」有 ${cells} 处空格子，像是合并单元格：用 --fill-down ${name} 取上一行的值`,
      en: `${name} is empty in ${counted(cells, 'row')}, as merged cells are: --fill-down ${name} takes the value above`,
    });
  }
  return hints;
}

/** How many cells of each column are wrongly empty. */
function emptyCells(problems: Rejection['problems']): Map<string, number> {
  const empty = new Map<string, number>();
  for (const { column, value } of problems)
    if (column !== '' && value.trim() === '') empty.set(column, (empty.get(column) ?? 0) + 1);
  return empty;
}
