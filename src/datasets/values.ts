import { isPersonal } from '../kernel/hiding.ts';
import type { Text } from '../kernel/text.ts';
import type { Column } from '../kernel/view.ts';
import { keysOf } from '../output/json.ts';

/** How a column of a data set is kept; whole numbers of fen are integers. */
export type ValueKind = 'text' | 'integer' | 'share' | 'fen' | 'day' | 'instant' | 'boolean';

/** A column of a data set: what it means, and whether it says something of persons. */
export interface DataColumn {
  readonly name: string;
  readonly title: Text;
  readonly kind: ValueKind;
  /** `masked`: hidden unless revealed; `text`: free text, in which names and numbers are hidden unless revealed. */
  readonly personal: 'no' | 'masked' | 'text';
}

const KINDS: Readonly<Partial<Record<Column['kind'], ValueKind>>> = {
  ...{ integer: 'integer', rate: 'share', money: 'fen', yuan: 'fen', day: 'day', instant: 'instant', flag: 'boolean' },
};

/** The columns of a list as a data set has them; a word of a closed list is two, its code and the word. */
export function dataColumns(columns: readonly Column[]): DataColumn[] {
  return columns.flatMap(column => {
    const names = keysOf(column, columns);
    const personal = isPersonal(column.kind) ? 'masked' : column.kind === 'text' ? 'text' : 'no';
    return names.map((name, i): DataColumn => {
      const isCode = names.length > 1 && i === 0;
      const title = isCode ? { zh: `${column.title.zh}（代码）`, en: `${column.title.en}, by its code` } : column.title;
      return { name, title, kind: KINDS[column.kind] ?? 'text', personal: isCode ? 'no' : personal };
    });
  });
}

/** In what a column is counted. */
export const UNITS: Readonly<Record<ValueKind, Text>> = {
  text: { zh: '', en: '' },
  integer: { zh: '个数', en: 'count' },
  share: { zh: '比率，0 到 1', en: 'share from 0 to 1' },
  fen: { zh: '分', en: 'fen' },
  day: { zh: '年-月-日', en: 'year-month-day' },
  instant: { zh: '协调世界时', en: 'UTC' },
  boolean: { zh: '是、否', en: 'true or false' },
};
