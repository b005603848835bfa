import type { Lang } from '../../kernel/text.ts';
import { type CellPlace, cellStyleOf, isText, lookOf } from './forms.ts';
import { columnLetters, frozenBelow, opening, printSetUp } from './sheet-frame.ts';
import type { SheetCell, SheetColumn } from './value.ts';
import { columnWidth, rowHeight } from './widths.ts';
import { cellEscaped } from './xml.ts';

/** A line of a sheet that is no table. */
export interface SheetLine {
  readonly cells: readonly string[];
  readonly isHeading?: boolean;
}

/** A table as it is on a sheet. */
export interface SheetTable {
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly SheetCell[]>;
  readonly sum?: readonly SheetCell[] | undefined;
  /** Whether its rows are the values of one record. */
  readonly isRecord?: boolean;
}

/** What is on one sheet of a workbook: a title, and below it a table or lines. */
export interface SheetContent {
  readonly name: string;
  readonly title?: string | undefined;
  readonly table?: SheetTable;
  readonly lines?: readonly SheetLine[];
  /** The widths of the columns of lines. */
  readonly widths?: readonly number[];
}

/** The most rows that a sheet can have. */
const MOST_ROWS = 1_048_576;
/** The rows that decide how wide the columns are: what comes later is broken into lines. */
const SAMPLE = 500;

/** The rows of a table that are still to be written; a sheet takes as many as it has room for. */
export type RowSource = Pick<Iterator<readonly SheetCell[]>, 'next'>;

/** Where the table of a sheet is, for its filter and for the rows that are repeated on every page; undefined without one. */
export interface TablePlace {
  readonly head: number;
  readonly range: string;
}

/** A sheet with a table, in pieces; returns where its table is. It is full after `most` rows, and others are then left in the source. */
export function* tableSheet(
  { title, table, name }: SheetContent & { readonly table: SheetTable },
  source: RowSource,
  { lang, isFirst, most = MOST_ROWS }: { lang: Lang; isFirst: boolean; most?: number },
): Generator<string, TablePlace> {
  const { columns, sum, isRecord } = table;
  const place = isRecord ? 'record' : 'body';
  const last = columnLetters(columns.length);
  const head = title === undefined ? 1 : 2;
  const sample = [...taken(source, Math.min(SAMPLE, most - head - 1))];
  const widths = columns.map((column, i) => columnWidth(column.title, [...sample.map(row => row[i]), sum?.[i]]));
  yield opening(
    isFirst,
    frozenBelow(head),
    widths,
    columns.map(({ form }) => cellStyleOf('body', form)),
  );
  if (title !== undefined) yield titleRow(title, columns.length);
  yield rowXml(
    head,
    columns.map(column => textCell(column.title, lookOf('head'))),
    rowHeight(
      columns.map(column => column.title),
      widths,
    ),
  );
  let at = head;
  for (const row of sample) yield bodyRow(++at, row, widths, place);
  for (const row of taken(source, most - 1 - at)) yield bodyRow(++at, row, widths, place);
  const range = `A${head}:${last}${at}`;
  if (sum) yield bodyRow(++at, sum, widths, 'sum');
  yield `</sheetData><autoFilter ref="${range}"/>${printSetUp(lang, title === undefined ? name : undefined)}`;
  yield `<ignoredErrors><ignoredError sqref="A1:${last}${at}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
  return { head, range };
}

/** A sheet with lines of text. */
export function* linesSheet(
  { title, lines = [], widths = [100], name }: SheetContent,
  { lang, isFirst }: { lang: Lang; isFirst: boolean },
): Generator<string, undefined> {
  yield opening(isFirst, '', widths, []);
  let at = 0;
  if (title !== undefined) yield titleRow(title, widths.length, ++at);
  for (const { cells, isHeading } of lines)
    yield rowXml(
      ++at,
      cells.map(text => textCell(text, lookOf(isHeading ? 'heading' : 'plain'))),
      rowHeight(cells, widths),
    );
  yield `</sheetData>${printSetUp(lang, title === undefined ? name : undefined)}</worksheet>`;
  return undefined;
}

function* taken(source: RowSource, most: number): Generator<readonly SheetCell[]> {
  for (let count = 0; count < most; count++) {
    const next = source.next();
    if (next.done) return;
    yield next.value;
  }
}

function bodyRow(row: number, cells: readonly SheetCell[], widths: readonly number[], place: CellPlace): string {
  let xml = '';
  const wrapped: string[] = [];
  for (const [i, { form, value }] of cells.entries()) {
    const at = `<c r="${columnLetters(i + 1)}${row}" s="${cellStyleOf(place, form)}"`;
    xml += value === '' ? `${at}/>` : isText(form) ? at + inline(value) : `${at}><v>${value}</v></c>`;
    if (form === 'text') wrapped[i] = value;
  }
  return `<row r="${row}"${heightXml(rowHeight(wrapped, widths))}>${xml}</row>`;
}

function heightXml(height: number | undefined): string {
  return height === undefined ? '' : ` ht="${height}"`;
}

/** Spaces that readers of XML may drop, unless it is said that they matter. */
const SPACES = /^\s|\s$|\s\s|[\n\t]/;

/** The most UTF-16 units of a cell; spreadsheets do not open a file with more. */
const LONGEST_CELL = 32_767;

function inline(whole: string): string {
  const text = whole.length <= LONGEST_CELL ? whole : `${whole.slice(0, LONGEST_CELL - 1)}…`;
  const keeps = SPACES.test(text) ? ' xml:space="preserve"' : '';
  return ` t="inlineStr"><is><t${keeps}>${cellEscaped(text)}</t></is></c>`;
}

function textCell(text: string, style: number): string {
  return text === '' ? ` s="${style}"/>` : ` s="${style}"${inline(text)}`;
}

function rowXml(row: number, cells: readonly string[], height?: number): string {
  const places = cells.map((cell, i) => `<c r="${columnLetters(i + 1)}${row}"${cell}`);
  return `<row r="${row}"${heightXml(height)}>${places.join('')}</row>`;
}

const TITLE_HEIGHT = 30;

/** A title in the middle over all columns, without merging cells, which would be in the way of sorting. */
function titleRow(title: string, columns: number, row = 1): string {
  const style = lookOf('title');
  const cells = Array.from({ length: columns }, (_, i) => textCell(i === 0 ? title : '', style));
  return rowXml(row, cells, TITLE_HEIGHT);
}
