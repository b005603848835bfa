import { shownBound } from '../kernel/day.ts';
import { Failure } from '../kernel/failure.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import { eachRecord } from './csv.ts';
import { BadValue, type Field, plain } from './field.ts';

/** The columns of one kind of file. */
export type Sheet<R> = { readonly [K in keyof R]-?: Field<Exclude<R[K], undefined>> };

type Given<S> = { [K in keyof S]: S[K] extends Field<unknown, false> ? K : never }[keyof S];
type ValueOf<F> = F extends Field<infer T> ? T : never;

/** A row as the columns of a sheet describe it; what is optional may be left out. */
export type RowOf<S> = { readonly [K in Given<S>]: ValueOf<S[K]> } & {
  readonly [K in Exclude<keyof S, Given<S>>]?: ValueOf<S[K]> | undefined;
};

/** A row with nothing left out. */
export type Whole<R> = { readonly [K in keyof R]-?: Exclude<R[K], undefined> };

/** The columns of a sheet, in order. */
export function fieldsOf(sheet: object): Field<unknown>[] {
  return Object.values(sheet);
}

/** Makes rows whole: a column that a row leaves out holds what an empty cell reads. */
export function completing<S extends object>(sheet: S): (row: RowOf<S>) => Whole<RowOf<S>> {
  const empty = fieldsOf(sheet).flatMap(({ key, optional, read }) => (optional ? [[key, read('')] as const] : []));
  return row => {
    const whole: Record<string, unknown> = { ...row };
    for (const [key, value] of empty) whole[key] ??= value;
    return whole as Whole<RowOf<S>>;
  };
}

/** One complaint about one row: which column (by its key), what it holds, what is wrong with it. */
export interface Problem {
  readonly column: string;
  readonly value: string;
  readonly reason: Text;
  /** The reason without this row's own values, where they differ: what a summary counts. */
  readonly summary?: Text;
}

/** One row of a file: its values, or its problems. Columns that the file leaves out are absent. */
interface Entry<R> {
  readonly line: number;
  readonly fields: readonly string[];
  readonly row: R | undefined;
  readonly problems: readonly Problem[];
}

export interface SheetFile<R> {
  readonly header: Header;
  readonly entries: readonly Entry<R>[];
}

/** The column that a rejected file carries besides the original ones; ignored when it is imported again. */
export const REJECT_COLUMN: Text = { zh: '退回原因', en: 'reject_reason' };

/** Reads a whole small file; a file without a proper header is a `rejected` Failure. */
export function readSheet<R extends object>(sheet: Sheet<R>, text: string, file: string): SheetFile<R> {
  let header: Header | undefined;
  const entries: Entry<R>[] = [];
  eachRecord(text, file, (fields, line) => {
    if (header) entries.push(readEntry(sheet, header, fields, line));
    else header = readHeader(sheet, fields, file);
  });
  if (!header) throw noHeader(file, sheet);
  return { header, entries };
}

export interface Header {
  /** The place of each known column in this file; -1 for a column that it leaves out. */
  readonly at: Readonly<Record<string, number>>;
  readonly names: readonly string[];
  readonly unknown: readonly string[];
}

/** Matches a header line with the columns of a sheet, in either language and any order. */
export function readHeader(sheet: object, names: readonly string[], file: string): Header {
  const fields = fieldsOf(sheet);
  const words = names.map(name => plain(name).toLowerCase());
  const at: Record<string, number> = {};
  for (const field of fields) {
    const places = words.flatMap((word, i) =>
      word === field.key || word === plain(field.title.zh).toLowerCase() ? [i] : [],
    );
    if (places.length > 1) throw headerFailure(file, names, sheet, twice(field));
    at[field.key] = places[0] ?? -1;
  }
  const absent = fields.filter(field => !field.optional && at[field.key] === -1);
  if (absent.length > 0) throw headerFailure(file, names, sheet, lacking(absent));
  const places = new Set(Object.values(at));
  const unknown = names.filter((name, i) => !places.has(i) && name.trim() !== '' && !isRejectColumn(words[i]));
  return { at, names, unknown };
}

/** A file to fill in and import: the columns of a sheet, and one example row where no others are given. */
export function templateOf(sheet: object, rows?: readonly Row[]): Table {
  const fields = fieldsOf(sheet);
  const example = Object.fromEntries(fields.map(field => [field.key, field.example]));
  const columns = fields.map(({ key, title }) => column(key, title.zh, title.en));
  return { shape: 'table', isFile: true, columns, rows: rows ?? [example] };
}

/** A column as this file names it. */
export function columnName(header: Header, key: string): string {
  return header.names[header.at[key] ?? -1] ?? key;
}

/** Problems of one record as a sentence, the columns called by their titles: what a single command says. */
export function sentenceOf(sheet: object, problems: readonly Problem[]): Text {
  const fields = sheet as Readonly<Record<string, Field<unknown>>>;
  const said = problems.map(({ column, value, reason }) => {
    const title = fields[column]?.title ?? untranslated(column);
    return { zh: `${title.zh}「${value}」${reason.zh}`, en: `${title.en} "${value}" ${reason.en}` };
  });
  return { zh: said.map(s => s.zh).join('；'), en: said.map(s => s.en).join('; ') };
}

/** A complaint about a value of a column. */
export function problem(column: string, value: unknown, reason: Text): Problem {
  return { column, value: shownText(value), reason };
}

/** A value as its cell reads: an open end is empty. */
export function shownText(value: unknown): string {
  return shownBound(String(value ?? '')) ?? '';
}

/** The complaint about a value, where there is a reason for one. */
export function problemsOf(column: string, value: unknown, reason: Text | undefined): Problem[] {
  return reason ? [problem(column, value, reason)] : [];
}

function readEntry<R extends object>(
  sheet: Sheet<R>,
  header: Header,
  fields: readonly string[],
  line: number,
): Entry<R> {
  const problems: Problem[] = [];
  const row: Record<string, unknown> = {};
  if (fields.length > header.names.length && fields.slice(header.names.length).some(extra => extra.trim() !== ''))
    problems.push(problem('', fields.slice(header.names.length).join(','), TOO_MANY));
  for (const field of fieldsOf(sheet)) {
    const place = header.at[field.key] ?? -1;
    if (place < 0) continue;
    const text = fields[place] ?? '';
    try {
      row[field.key] = field.read(text);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      problems.push(problem(field.key, text, error.text));
    }
  }
  return { line, fields, row: problems.length > 0 ? undefined : (row as R), problems };
}

export const TOO_MANY: Text = {
  zh: '这一行的列比表头多（内容里有逗号时要加引号）',
  en: 'the row has more columns than the header (quote fields that hold commas)',
};

/** Whether a header word is the reason column of a rejected file. */
export function isRejectColumn(name: string | undefined): boolean {
  const word = name?.trim().toLowerCase();
  return word === REJECT_COLUMN.zh || word === REJECT_COLUMN.en;
}

export function noHeader(file: string, sheet: object): Failure {
  return headerFailure(file, [], sheet, { zh: '没有表头', en: 'it has no header' });
}

function twice(field: Field<unknown>): Text {
  return { zh: `表头里「${field.title.zh}」出现了两次`, en: `the header names ${field.key} twice` };
}

function lacking(absent: readonly Field<unknown>[]): Text {
  return {
    zh: `表头缺少：${absent.map(f => f.title.zh).join('、')}`,
    en: `the header lacks ${absent.map(f => f.key).join(', ')}`,
  };
}

/** What the first line holds: its words where it is a header, else only their number, since it may be about people. */
function readText(names: readonly string[], fields: readonly Field<unknown>[]): Text {
  const words = names.map(name => plain(name).toLowerCase());
  const isHeader =
    fields.some(field => words.includes(field.key) || words.includes(plain(field.title.zh).toLowerCase())) ||
    words.every(word => /^[a-z_]*$/.test(word));
  if (isHeader) return untranslated(names.join(',').slice(0, 200));
  return names.length === 0
    ? { zh: '空行', en: 'an empty line' }
    : { zh: `${names.length} 列，没有可识别的列名`, en: `${names.length} columns, none with a known name` };
}

function headerFailure(file: string, names: readonly string[], sheet: object, why: Text): Failure {
  const fields = fieldsOf(sheet);
  const read = readText(names, fields);
  return new Failure(
    'rejected',
    { zh: `${file}:1:${why.zh}（读到：${read.zh}）`, en: `${file}:1: ${why.en} (read: ${read.en})` },
    {
      zh: `第一行应是列名：${fields.map(f => f.title.zh).join(',')}；可先用 template（模板）命令生成`,
      en: `The first line names the columns: ${fields.map(f => f.key).join(',')}; the template command prints it`,
    },
  );
}
