import { BadValue, type Field, field, spanFields } from '../intake/field.ts';
import { bare, undecorated } from '../intake/header.ts';
import type { RowOf } from '../intake/sheet.ts';
import { similar } from '../kernel/similar.ts';
import type { Noun, Text } from '../kernel/text.ts';
import type { SimpleRecord } from './simple-record.ts';

const columnNameTitle: Noun = { zh: '列名', en: 'column names', one: 'column name', list: 'column-name list' };

function asName(text: string): string {
  const name = undecorated(text);
  if (name === '') throw new BadValue(ONLY_MARKS);
  return name;
}

const ONLY_MARKS: Text = {
  zh: '去掉表头的标记（星号、括号）后没有字',
  en: 'has nothing but the marks that headers are decorated with, such as asterisks and brackets',
};

const columnNameSheet = {
  name: field(['name', '叫法', 'name in files'], '走访情况', false, asName),
  column_key: field(['column_key', '列', 'column'], 'diary', false, text => bare(text)),
  ...spanFields,
};

/** What an office calls a column of its lists: the name, and the key or the title of the column. */
export type ColumnNameRow = RowOf<typeof columnNameSheet>;

export const columnNameRecord: SimpleRecord<ColumnNameRow> = {
  noun: 'column-name',
  table: 'column_name',
  title: columnNameTitle,
  sheet: columnNameSheet,
  key: 'name',
  immutable: [],
};

/** The same, of which the columns are those of some file: another column is refused, and people see its title. */
export function namesAmong(
  record: SimpleRecord<ColumnNameRow>,
  columns: readonly Field<unknown>[],
): SimpleRecord<ColumnNameRow> {
  // Several kinds may have a column under titles of their own: the first is shown, where it is the title of no other column.
  const titles = new Map([...columns].reverse().map(({ key, title }) => [key, title]));
  const keys = keysByTitle(columns);
  const words = new Set([...titles.keys(), ...keys.keys()]);
  const column_key: Field<string, false> = {
    ...record.sheet.column_key,
    optional: false,
    read: text => {
      const word = undecorated(text);
      const [only, ...others] = keys.get(word) ?? [];
      if (only !== undefined && others.length === 0) return only;
      if (words.has(word)) return word;
      throw new BadValue(noColumn(similar(word, [...words])));
    },
    shows: key => {
      const zh = titles.get(key)?.zh ?? key;
      return { zh: (keys.get(undecorated(zh)) ?? []).length === 1 ? zh : key, en: key };
    },
  };
  return { ...record, sheet: { ...record.sheet, column_key } };
}

/** The columns that have a title, by their keys. */
function keysByTitle(columns: readonly Field<unknown>[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { key, title } of columns) {
    const word = undecorated(title.zh);
    keys.set(word, [...new Set([...(keys.get(word) ?? []), key])]);
  }
  return keys;
}

function noColumn(near: readonly string[]): Text {
  const like = near.slice(0, 3);
  return {
    zh: `不是任何一种文件的列${like.length > 0 ? `；相近的有：${like.join('、')}` : '（列名见各种文件的 template 命令）'}`,
    en: `is not a column of any file${like.length > 0 ? `; similar are ${like.join(', ')}` : ' (the template commands print the columns)'}`,
  };
}
