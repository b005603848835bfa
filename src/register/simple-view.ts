import { argument } from '../cli/param.ts';
import type { Field } from '../intake/field.ts';
import { fieldsOf } from '../intake/sheet.ts';
import { notFound } from '../kernel/failure.ts';
import { MASKS } from '../kernel/mask.ts';
import type { Text } from '../kernel/text.ts';
import { type Cell, type Column, column, type Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type HistoryWords, wordsOf } from './history-command.ts';
import { keyColumn, personalColumns, type SimpleRecord } from './simple-record.ts';
import { type SimpleRow, simpleRows, WITHDRAWN } from './simple-store.ts';
import type { SimpleWords } from './simple-words.ts';

export const WITHDRAWN_COLUMN = column(WITHDRAWN, '撤销日期', 'Withdrawn', 'day');
const UNIT = column('unit', '机构', 'Unit');

/** How the records of one kind are named and shown: shared by all their commands. */
export function simpleView(record: SimpleRecord, words: SimpleWords) {
  const { sheet, title, alias } = record;
  const key = keyColumn(record);
  const unitColumn = words.unitBy?.column ?? 'unit_code';
  const hasUnit = unitColumn in sheet && words.units !== undefined;
  const columns = columnsOf(record, words, hasUnit ? unitColumn : undefined);
  return {
    record,
    words,
    columns,
    hasUnit,
    history: historyWords(record, columns),
    isPersonal: personalColumns(record).length > 0,
    /** The argument that names a record: its key or, where there is one, its alias. */
    keyArgument: argument('<code>', namesText([key, alias].flatMap(name => (name && sheet[name]?.title) || []))),
    keyOf: (row: SimpleRow) => String(row[key]),
    /** The record with a key or an alias, as it was on a day. */
    find: (db: Db, text: string, day?: string): SimpleRow => {
      const rows = simpleRows(db, record, day);
      const named = (by: string | undefined) => by && rows.find(row => String(row[by]) === text);
      return named(key) || named(alias) || notFound(title, text);
    },
    /** What is shown of records on a day: their cells, and which are within a unit. */
    shownOn: (db: Db, day: string, within?: string) => {
      const units = hasUnit ? words.units?.(db, day, within) : undefined;
      const unitOf = unitCodes(db, words, unitColumn);
      const besides = besidesOf(db, words);
      return {
        isWithin: (row: SimpleRow) => !units || units.has(unitOf(row)),
        cells: (row: SimpleRow): Row => ({
          ...shownRow(sheet, row),
          ...(units ? { unit: units.nameOf(unitOf(row)) } : {}),
          ...besides(row),
        }),
      };
    },
  };
}

/** The code of a record's unit, looked up once for all rows. */
function unitCodes(db: Db, { unitBy }: SimpleWords, column: string): (row: SimpleRow) => string {
  const codes = unitBy?.codes(db);
  return row => (codes ? (codes.get(String(row[column])) ?? '') : String(row[column]));
}

export type SimpleView = ReturnType<typeof simpleView>;

function namesText(names: readonly Text[]): Text {
  return { zh: names.map(name => name.zh).join('或'), en: `the ${names.map(name => name.en).join(' or ')}` };
}

/** The columns of the file, each with what is shown next to it. */
function columnsOf(
  { sheet }: SimpleRecord,
  { details, beside }: SimpleWords,
  unitColumn: string | undefined,
): Column[] {
  return fieldsOf(sheet).flatMap(({ key, title: { zh, en }, kind = 'text' }) => {
    const title = { zh, en: capital(en).replace(' (exclusive)', '') };
    const own: Column = { key, title, kind, ...(details?.includes(key) ? { detail: true } : {}) };
    const next = beside?.[key];
    return [own, ...(key === unitColumn ? [UNIT] : []), ...(next ? [next.column] : [])];
  });
}

function historyWords(record: SimpleRecord, columns: readonly Column[]): HistoryWords {
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
