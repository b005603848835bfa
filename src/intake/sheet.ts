import { shownBound } from '../kernel/day.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import { A_SUM, isSum, notARow, type SkippedLine } from './below.ts';
import { BadValue, type Field, plain } from './field.ts';
import { type Header, widthOf } from './header.ts';
import { AS_WRITTEN, type ReadingChoice } from './reading.ts';
import { type RowSource, readRows } from './rows.ts';
import { errorIn } from './spoiled.ts';

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
  const defaults = Object.fromEntries(empty);
  return row => {
    // Six times as fast as an object literal with what is missing added one by one: it runs for every row of an import.
    const whole: Record<string, unknown> = Object.assign({}, defaults, row);
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
  /** The codes of those that a word may mean, where it means no single one. */
  readonly candidates?: readonly string[];
}

/** One row of a file: its values, or its problems. Columns that the file leaves out are absent. */
interface Entry<R> {
  readonly line: number;
  readonly fields: readonly string[];
  readonly row: R | undefined;
  readonly problems: readonly Problem[];
  /** What was not kept of its cells. */
  readonly remarks: readonly Problem[];
}

export interface SheetFile<R> {
  readonly header: Header;
  readonly entries: readonly Entry<R>[];
  /** The lines below the header that are no rows. */
  readonly skipped: readonly SkippedLine[];
}

/** Reads a whole small file; a file without a proper header is a `rejected` Failure. */
export function readSheet<R extends object>(
  sheet: Sheet<R>,
  source: RowSource,
  file: string,
  choice: ReadingChoice = AS_WRITTEN,
): SheetFile<R> {
  const columns = fieldsOf(sheet);
  const entries: Entry<R>[] = [];
  const skipped: SkippedLine[] = [];
  const header = readRows(source, { file, columns, choice }, header => (fields, line) => {
    const entry = readEntry<R>(columns, header, fields, line, choice.lenient);
    const what = entry.row ? (isSum(fields) ? A_SUM : undefined) : notARow(header, fields);
    if (what) skipped.push({ line, what });
    else entries.push(entry);
  });
  return { header, entries, skipped };
}

/** A file to fill in and import: the columns of a sheet, and one example row where no others are given. */
export function templateOf(sheet: object, rows?: readonly Row[]): Table {
  const fields = fieldsOf(sheet).filter(({ isAside }) => !isAside);
  const example = Object.fromEntries(fields.map(field => [field.key, field.example]));
  const columns = fields.map(({ key, title }) => column(key, title.zh, title.en));
  return { shape: 'table', isFile: true, columns, rows: rows ?? [example] };
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
  columns: readonly Field<unknown>[],
  header: Header,
  fields: readonly string[],
  line: number,
  lenient: boolean,
): Entry<R> {
  const problems = [...formProblems(header, columns, fields)];
  const remarks: Problem[] = [];
  const row: Record<string, unknown> = {};
  for (const field of columns) {
    const place = header.at[field.key] ?? -1;
    if (place < 0) continue;
    const text = fields[place] ?? '';
    try {
      const error = errorIn(text);
      if (error) throw new BadValue(error);
      row[field.key] = field.read(text, what => remarks.push(problem(field.key, text, what)));
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      if (lenient && field.optional) {
        row[field.key] = field.read('');
        remarks.push(problem(field.key, text, leftEmpty(error.text)));
      } else problems.push(problem(field.key, text, error.text));
    }
  }
  return { line, fields, row: problems.length > 0 ? undefined : (row as R), problems, remarks };
}

/** What is said of a bad cell that was left empty. */
export function leftEmpty(reason: Text): Text {
  return { zh: `${reason.zh}；已按空白导入`, en: `${reason.en}; imported as empty` };
}

const NOTHING_EXTRA: readonly Problem[] = [];

/** What is wrong with the cells of a row as such: more than the header has, or others than are said of all rows. */
export function formProblems(
  header: Header,
  columns: readonly Field<unknown>[],
  fields: readonly string[],
): readonly Problem[] {
  const extra = extraCells(header, fields);
  return header.set.length === 0 ? extra : [...extra, ...otherThanSet(header, columns, fields)];
}

/** The complaint about a row with more cells than the header has names; empty ones do no harm. */
function extraCells(header: Header, fields: readonly string[]): readonly Problem[] {
  const width = widthOf(header);
  if (fields.length <= width) return NOTHING_EXTRA;
  const extra = fields.slice(width);
  // What is in them is not repeated: of a row that has slipped nobody can say what it is.
  return extra.some(cell => cell.trim() !== '') ? [problem('', '', TOO_MANY)] : NOTHING_EXTRA;
}

/** The complaints about cells that hold something else than what is said of their column for all rows. */
function otherThanSet({ at, set }: Header, columns: readonly Field<unknown>[], fields: readonly string[]): Problem[] {
  return set.flatMap(({ key, text }) => {
    const cell = fields[at[key] ?? -1] ?? '';
    const field = columns.find(column => column.key === key);
    return field && !saysSame(field, cell, text) ? [problem(key, cell, OTHER_THAN_SET)] : [];
  });
}

function saysSame({ read }: Field<unknown>, cell: string, text: string): boolean {
  if (plain(cell) === plain(text)) return true;
  try {
    return read(cell) === read(text);
  } catch (error) {
    if (error instanceof BadValue) return false;
    throw error;
  }
}

const OTHER_THAN_SET: Text = {
  zh: '与 --set 给全部行的值不同',
  en: 'is not what --set says of all rows',
};

const TOO_MANY: Text = {
  zh: '这一行的列比表头多（内容里有逗号时要加引号）',
  en: 'the row has more columns than the header (quote fields that hold commas)',
};
