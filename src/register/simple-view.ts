import type { Field } from '../intake/field.ts';
import { fieldsOf } from '../intake/sheet.ts';
import { notFound } from '../kernel/failure.ts';
import { MASKS } from '../kernel/mask.ts';
import type { Text } from '../kernel/text.ts';
import { type Cell, type Column, column, type Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type HistoryWords, wordsOf } from './history-command.ts';
import { keyColumn, type SimpleRecord } from './simple-record.ts';
import { type SimpleRow, simpleRows, WITHDRAWN } from './simple-store.ts';
import type { SimpleWords } from './simple-words.ts';

export const WITHDRAWN_COLUMN = column(WITHDRAWN, '撤销日期', 'Withdrawn', 'day');
const UNIT = column('unit', '机构', 'Unit');

/** How the records of one kind are shown: shared by all their commands. */
export function simpleView<R extends object>(record: SimpleRecord<R>, words: SimpleWords) {
  const unitColumn = words.unitBy?.column ?? 'unit_code';
  const hasUnit = unitColumn in record.sheet && words.units !== undefined;
  const columns = columnsOf(record, words, hasUnit ? unitColumn : undefined);
  const key = keyColumn(record);
  return {
    record,
    words,
    columns,
    history: historyWords(record, columns),
    key,
    /** The record with a key or, where there is one, an alias, as it was on a day. */
    find: (db: Db, text: string, day?: string): SimpleRow => {
      const rows = simpleRows(db, record, day);
      const named = (by: string | undefined) => by && rows.find(row => String(row[by]) === text);
      return named(key) || named(record.alias) || notFound(record.title, text);
    },
    /** Whether records are shown with the name of their unit. */
    hasUnit,
    /** The code of a record's unit, empty where it has none. */
    unitCodes: (db: Db): ((row: SimpleRow) => string) => {
      if (!hasUnit) return () => '';
      const codes = words.unitBy?.codes(db);
      return row => (codes ? (codes.get(String(row[unitColumn])) ?? '') : String(row[unitColumn]));
    },
    /** Records as rows of a table. */
    rows: (db: Db): ((row: SimpleRow, unit: string | undefined) => Row) => {
      const besides = besidesOf(db, words);
      return (row, unit) => ({
        ...shownRow(record.sheet, row),
        ...(hasUnit ? { unit } : {}),
        ...besides(row),
      });
    },
  };
}

export type SimpleView<R extends object> = ReturnType<typeof simpleView<R>>;

/** The columns of the file, each with what is shown next to it. */
function columnsOf<R extends object>(
  { sheet }: SimpleRecord<R>,
  { details, beside }: SimpleWords,
  unitColumn: string | undefined,
): Column[] {
  return fieldsOf(sheet).flatMap(field => {
    const own: Column = {
      key: field.key,
      title: columnTitle(field),
      kind: field.kind ?? 'text',
      ...(details?.includes(field.key) ? { detail: true } : {}),
    };
    const next = beside?.[field.key];
    return [own, ...(field.key === unitColumn ? [UNIT] : []), ...(next ? [next.column] : [])];
  });
}

function historyWords<R extends object>(record: SimpleRecord<R>, columns: readonly Column[]): HistoryWords {
  const withdrawn = { key: WITHDRAWN, title: WITHDRAWN_COLUMN.title };
  return wordsOf(record.eventDay ? { ...record.sheet, [WITHDRAWN]: withdrawn } : record.sheet, {
    masks: Object.fromEntries(
      columns.flatMap(({ key, kind }) => (kind in MASKS ? [[key, MASKS[kind as keyof typeof MASKS]]] : [])),
    ),
    shown: Object.fromEntries(
      fieldsOf(record.sheet).flatMap(field => (field.shows ? [[field.key, value => shownValue(field, value)]] : [])),
    ),
  });
}

/** The values of the columns next to others, looked up once for all rows. */
function besidesOf(db: Db, { beside = {} }: SimpleWords): (row: SimpleRow) => Row {
  const known = Object.entries(beside).flatMap(([from, { column: to, of }]) =>
    of ? [{ from, to: to.key, values: of(db) }] : [],
  );
  return row => Object.fromEntries(known.map(({ from, to, values }) => [to, values.get(String(row[from]))]));
}

function columnTitle({ title }: Field<unknown>): Text {
  return { zh: title.zh, en: capital(title.en).replace(' (exclusive)', '') };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A row of a sheet's columns in the words that people read. */
export function shownRow(sheet: object, row: object): Row {
  const fields = sheet as Readonly<Record<string, Field<unknown>>>;
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, shownValue(fields[key], value)]));
}

function shownValue(field: Field<unknown> | undefined, value: unknown): Cell {
  return field?.shows && value !== null && value !== '' ? field.shows(String(value)) : (value as Cell);
}
