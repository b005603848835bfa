import { field, spanFields } from '../intake/field.ts';
import { bare, undecorated } from '../intake/header.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import type { SimpleRecord } from './simple-record.ts';

const columnNameTitle: Noun = { zh: '列名', en: 'column names', one: 'column name', list: 'column-name list' };

const columnNameSheet = {
  name: field(['name', '叫法', 'name in files'], '走访情况', false, text => undecorated(text)),
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
