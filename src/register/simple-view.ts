import { argument } from '../cli/param.ts';
import type { Field } from '../intake/field.ts';
import { fieldsOf } from '../intake/sheet.ts';
import { notFound } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { type Cell, type Column, column, type Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { namedKey } from '../naming/named-param.ts';
import { wordsOf } from './history-command.ts';
import { keyColumn, type SimpleRecord } from './simple-record.ts';
import { type SimpleRow, simpleRows, WITHDRAWN } from './simple-store.ts';
import type { SimpleWords } from './simple-words.ts';

export const WITHDRAWN_COLUMN = column(WITHDRAWN, '撤销日期', 'Withdrawn', 'day');

/** How the records of one kind are named and shown: shared by all their commands. */
export function simpleView(record: SimpleRecord, words: SimpleWords) {
  const { sheet, title, alias } = record;
  const key = keyColumn(record);
  const columns = columnsOf(record, words);
  return {
    record,
    words,
    columns,
    history: wordsOf(record.eventDay ? { ...sheet, [WITHDRAWN]: WITHDRAWN_COLUMN } : sheet),
    /** The argument that names a record: its key or, where there is one, its alias. */
    keyArgument: namedKey(
      argument('<code>', namesText([key, alias].flatMap(name => (name && sheet[name]?.title) || []))),
      record.noun,
    ),
    keyOf: (row: SimpleRow) => String(row[key]),
    /** The record with a key or an alias, as it was on a day. */
    find: (db: Db, text: string, day?: string): SimpleRow => {
      const rows = simpleRows(db, record, day);
      const named = (by: string | undefined) => by && rows.find(row => String(row[by]) === text);
      return named(key) || named(alias) || notFound(title, text);
    },
    /** The codes that a record has or names. */
    codesIn: (row: SimpleRow) => columns.flatMap(({ key: code, kind }) => (kind === 'code' ? [String(row[code])] : [])),
    /** The cells of records on a day; what stands next to others is looked up once for all of them. */
    cellsOn: (db: Db, day: string) => {
      const besides = besidesOf(db, words, day);
      return (row: SimpleRow): Row => ({
        ...shownRow(sheet, row),
        ...besides(row),
      });
    },
  };
}

export type SimpleView = ReturnType<typeof simpleView>;

function namesText(names: readonly Text[]): Text {
  return { zh: names.map(name => name.zh).join('或'), en: `the ${names.map(name => name.en).join(' or ')}` };
}

/** The columns of the file, each with what is shown next to it. */
function columnsOf({ sheet }: SimpleRecord, { details, beside }: SimpleWords): Column[] {
  return fieldsOf(sheet).flatMap(({ key, title: { zh, en }, kind = 'text' }) => {
    const title = { zh, en: capital(en).replace(' (exclusive)', '') };
    const own: Column = { key, title, kind, ...(isDetail(key, details) ? { detail: true } : {}) };
    const next = beside?.[key];
    return next ? [own, next.column] : [own];
  });
}

/** When a record began and ends is a detail in every list. */
function isDetail(key: string, details: readonly string[] = []): boolean {
  return key === 'from_on' || key === 'to_on' || details.includes(key);
}

/** The values of the columns next to others, looked up once for all rows. */
function besidesOf(db: Db, { beside = {} }: SimpleWords, day: string): (row: SimpleRow) => Row {
  const known = Object.entries(beside).flatMap(([column, { column: to, by: from = column, of }]) =>
    of ? [{ from, to: to.key, values: of(db, day) }] : [],
  );
  return row => Object.fromEntries(known.map(({ from, to, values }) => [to, values.get(String(row[from]))]));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A row of a sheet's columns in the words that people read. */
export function shownRow(sheet: object, row: object): Row {
  const fields = sheet as Readonly<Record<string, Field<unknown>>>;
  const shown = (field: Field<unknown> | undefined, value: unknown) =>
    field?.shows && value !== null && value !== '' ? field.shows(value) : (value as Cell);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, shown(fields[key], value)]));
}
