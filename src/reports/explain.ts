import { option } from '../cli/param.ts';
import { misuse } from '../kernel/failure.ts';
import { type Period, periodText } from '../kernel/period.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { Column, Table } from '../kernel/view.ts';

/** The option of every report that lists the rows behind one of its figures. */
export const explainParam = option('--explain <column>', {
  zh: '列出某一列的数字由哪些记录得来（填 JSON 中的列名）',
  en: 'list the rows behind the figures of a column (its name in JSON)',
});

/** The explanation of a column, or a usage error that names the columns that have one. */
export function explanationOf<T>(explanations: Readonly<Record<string, T>>, column: string): T {
  const found = Object.hasOwn(explanations, column) ? explanations[column] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(explanations).join(', ');
  misuse({
    zh: `列「${column}」没有明细，可用的列：${names}`,
    en: `There is no column "${column}" to explain; use one of ${names}`,
  });
}

/** The records behind a figure, under its title and with their number. */
export interface Records extends Pick<Table, 'columns' | 'rows' | 'totals' | 'notes'> {
  /** What the figure is called. */
  readonly title: Text;
}

export function explained({ title, rows, notes = [], ...table }: Records, period: Period): Table {
  const span = periodText(period);
  const number = Array.isArray(rows) ? [{ zh: `共 ${rows.length} 条`, en: counted(rows.length, 'row') }] : [];
  return {
    ...table,
    shape: 'table',
    title: { zh: `「${title.zh}」的明细（${span.zh}）`, en: `Records behind "${title.en}" (${span.en})` },
    rows,
    notes: [...notes, ...number],
  };
}

/** What a column is called in a table. */
export function titleOf(columns: readonly Column[], key: string): Text {
  const found = columns.find(column => column.key === key);
  if (!found) throw new Error(`there is no column ${key}`);
  return found.title;
}
