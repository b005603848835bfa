import { csvText } from './csv-text.ts';
import type { DataTable } from './tables.ts';
import { UNITS } from './values.ts';

const COLUMNS = ['table', 'table_zh', 'table_en', 'column', 'zh', 'en', 'kind', 'unit_zh', 'unit_en', 'personal'];

/** What every column of every table means, as a table. */
export function dictionaryOf(tables: readonly DataTable[]): string {
  const rows = tables.flatMap(({ name: table, title, columns }) =>
    columns.map(({ name, title: { zh, en }, kind, personal }) => ({
      ...{ table, table_zh: title.zh, table_en: title.en, column: name, zh, en, kind },
      ...{ unit_zh: UNITS[kind].zh, unit_en: UNITS[kind].en, personal },
    })),
  );
  return csvText(COLUMNS, rows);
}
