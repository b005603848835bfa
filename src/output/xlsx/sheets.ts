import type { Text } from '../../kernel/text.ts';
import { type Card, column, type Row, type Table, type View } from '../../kernel/view.ts';
import type { Style } from '../style.ts';
import type { SheetContent, SheetLine } from './sheet.ts';
import { FORM_OF, sheetCell } from './value.ts';

const WIDTH_OF_LINES = 100;
const ITEM = column('item', '项目', 'Item', 'code');
const VALUE = column('value', '内容', 'Content');

/** The sheets of a view: a table is one, a record is one with its values and one for each smaller table, pages are one each. */
export function* sheetsOf(view: View, style: Style): Generator<SheetContent> {
  switch (view.shape) {
    case 'pages':
      for (const page of view.pages) yield* sheetsOf(page, style);
      return;
    case 'table':
      yield tableContent(view, style);
      return;
    case 'card':
      yield* cardSheets(view, style);
      return;
    case 'prose':
      yield proseContent(view.title, view.paragraphs, style);
      return;
    case 'lines':
      yield linesContent(view.lines, style);
  }
}

function tableContent(table: Table, style: Style, name?: string): SheetContent {
  const { columns, title, totals } = table;
  const cellsOf = (row: Row) => columns.map(column => sheetCell(row[column.key], column, style));
  return {
    name: name ?? title?.[style.lang] ?? style.made.name[style.lang],
    title: title?.[style.lang],
    table: {
      columns: columns.map(({ title, kind }) => ({ title: title[style.lang], form: FORM_OF[kind] })),
      rows: mapped(table.rows, cellsOf, style.limit),
      sum: totals && cellsOf(totals),
    },
  };
}

/** Row by row, so that those of a query are never held all together. */
function* mapped<A, B>(rows: Iterable<A>, of: (row: A) => B, most = Number.POSITIVE_INFINITY): Generator<B> {
  let count = 0;
  for (const row of rows) {
    if (++count > most) return;
    yield of(row);
  }
}

function* cardSheets({ title, columns, row, tables = [] }: Card, style: Style): Generator<SheetContent> {
  const cells = columns.map(own => [
    { form: 'text' as const, value: own.title[style.lang] },
    sheetCell(row[own.key], own, style),
  ]);
  const heads = [ITEM, VALUE].map(({ title, kind }) => ({ title: title[style.lang], form: FORM_OF[kind] }));
  const heading = title[style.lang];
  yield { name: heading, title: heading, table: { columns: heads, rows: cells, isRecord: true } };
  for (const table of tables) {
    if (Array.isArray(table.rows) && table.rows.length === 0) continue;
    yield tableContent(table, style, table.title?.[style.lang] ?? table.key);
  }
}

function proseContent(title: Text, paragraphs: readonly Text[], { lang }: Style): SheetContent {
  const lines = paragraphs.map((text): SheetLine => ({ cells: [text[lang]] }));
  return { name: title[lang], title: title[lang], lines, widths: [WIDTH_OF_LINES] };
}

function linesContent(lines: readonly Text[], { lang, made }: Style): SheetContent {
  return { name: made.name[lang], lines: lines.map(line => ({ cells: [line[lang]] })), widths: [WIDTH_OF_LINES] };
}
