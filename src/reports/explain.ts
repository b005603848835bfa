import { option } from '../cli/param.ts';
import { misuse } from '../kernel/failure.ts';
import type { Column } from '../kernel/view.ts';

/** The option of every report that lists the rows behind one of its figures. */
export const explainParam = option('--explain <column>', {
  zh: '列出某一列的数字由哪些记录得来（写 JSON 里的列名）',
  en: 'list the rows behind the figures of a column (its name in JSON)',
});

/** The explanation of a column, or a usage error that names the columns that have one. */
export function explainer<T>(explanations: Readonly<Record<string, T>>, column: string): T {
  const found = Object.hasOwn(explanations, column) ? explanations[column] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(explanations).join(', ');
  misuse({
    zh: `没有列「${column}」可以说明，可写：${names}`,
    en: `There is no column "${column}" to explain; use one of ${names}`,
  });
}

/** For a report that is a list of records already: any of its columns is explained by the rows themselves. */
export function explainsItself(columns: readonly Column[], wanted: string | undefined): void {
  if (wanted !== undefined) explainer(Object.fromEntries(columns.map(({ key }) => [key, key])), wanted);
}
