import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { Card, Prose, Table, View } from '../kernel/view.ts';
import { csvOf } from './csv.ts';
import { jsonOf } from './json.ts';
import { markdownCard, markdownOf, markdownProse } from './markdown.ts';
import { printable } from './printable.ts';
import { proseOf } from './prose.ts';
import type { Format, Style } from './style.ts';
import { wrappedHanging } from './wrap.ts';

/** Puts a view into pieces: of text, or of bytes where the format is no text. */
type Render = (view: View, style: Style) => Iterable<string | Uint8Array>;

/** How tables, cards and prose are put into text. */
interface Drawing {
  readonly tableOf: (table: Table, style: Style) => Iterable<string>;
  readonly cardOf: (card: Card, style: Style) => Iterable<string>;
  readonly proseOf: (prose: Prose, style: Style) => Iterable<string>;
}

/** How views are put into a format; what draws tables is loaded only for them. */
export async function rendererOf(format: Format): Promise<Render> {
  if (format === 'xlsx') return (await import('./xlsx/xlsx.ts')).xlsxOf;
  if (format === 'docx') return (await import('./word/view/docx.ts')).docxOf;
  if (format === 'html') return (await import('./html/html.ts')).htmlOf;
  const drawing = await drawingOf(format);
  return (view, style) => rendered(view, format, drawing, style);
}

async function drawingOf(format: Format): Promise<Drawing> {
  if (format === 'table') return { ...(await import('./table.ts')), ...(await import('./card.ts')), proseOf };
  if (format === 'markdown') return { tableOf: markdownOf, cardOf: markdownCard, proseOf: markdownProse };
  // One record is a table of one row.
  const cardOf = ({ columns, row }: Card, style: Style) => csvOf({ shape: 'table', columns, rows: [row] }, style);
  return { tableOf: csvOf, cardOf, proseOf };
}

function* rendered(view: View, format: Format, drawing: Drawing, style: Style): Generator<string> {
  if (format === 'json') yield* jsonOf(view);
  else if (view.shape === 'pages') yield* pagesOf(view.pages, format, drawing, style);
  else if (view.shape === 'lines')
    for (const line of view.lines) yield `${wrappedHanging(printable(line[style.lang]), style.width)}\n`;
  else if (view.shape === 'prose') yield* drawing.proseOf(view, style);
  else if (view.shape === 'card') yield* drawing.cardOf(view, style);
  else yield* drawing.tableOf(isDrawn(format) ? { ...view, ...view.brief } : view, style);
}

const isDrawn = (format: Format) => format === 'table' || format === 'markdown';

/** Whether what is written in a format has the counting rules in it. */
const hasNotes = (format: Format) => isDrawn(format) || format === 'xlsx' || format === 'docx' || format === 'html';

/** The counting rules of a view: under a table they are part of it, for CSV and JSON they go to stderr. */
export function apartNotes(view: View, format: Format): readonly Text[] {
  if (view.shape === 'pages') return view.pages.flatMap(page => apartNotes(page, format));
  if (hasNotes(format) || view.shape === 'lines') return [];
  if (view.shape === 'prose' && format === 'csv') return [];
  // One record that counts nothing needs no heading beside its values.
  const heading = view.title && (view.shape === 'table' || view.notes) ? [view.title] : [];
  return [...heading, ...(view.notes ?? [])];
}

function* pagesOf(pages: readonly View[], format: Format, drawing: Drawing, style: Style): Generator<string> {
  if (format === 'csv' && pages.filter(page => page.shape === 'table').length > 1)
    misuse(
      { zh: '多张表不能写入同一个 CSV 文件', en: 'One CSV file cannot hold several tables' },
      { zh: '请改用 --format xlsx、json 或 markdown', en: 'Use --format xlsx, json or markdown' },
    );
  for (const [index, page] of pages.entries()) {
    if (index > 0) yield '\n';
    yield* rendered(page, format, drawing, style);
  }
}
