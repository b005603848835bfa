import { Failure } from '../kernel/failure.ts';
import type { Card, Table, View } from '../kernel/view.ts';
import { csvOf } from './csv.ts';
import { jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { printable } from './printable.ts';
import type { Format, Style } from './style.ts';

/** Puts a view into pieces of text. */
type Render = (view: View, style: Style) => Iterable<string>;

/** How a table and a card are put into text. */
interface Drawing {
  readonly tableOf: (table: Table, style: Style) => Iterable<string>;
  readonly cardOf: (card: Card, style: Style) => Iterable<string>;
}

/** How views are put into a format; what draws tables is loaded only for them. One grid feeds all formats. */
export async function rendererOf(format: Format): Promise<Render> {
  const drawing = await drawingOf(format);
  return (view, style) => rendered(view, format, drawing, style);
}

async function drawingOf(format: Format): Promise<Drawing> {
  if (format === 'table') return { ...(await import('./table.ts')), ...(await import('./card.ts')) };
  const tableOf = format === 'csv' ? csvOf : markdownOf;
  return { tableOf, cardOf: (card, style) => tableOf(gridOf(card), style) };
}

function* rendered(view: View, format: Format, drawing: Drawing, style: Style): Generator<string> {
  if (view.shape === 'raw') yield view.text;
  else if (format === 'json') yield* jsonOf(view, style);
  else if (view.shape === 'pages') yield* pagesOf(view.pages, format, drawing, style);
  else if (view.shape === 'lines') for (const line of view.lines) yield `${printable(line[style.lang])}\n`;
  else yield* view.shape === 'card' ? drawing.cardOf(view, style) : drawing.tableOf(view, style);
}

/** The counting rules of a view: under a table they are part of it, for CSV and JSON they go to stderr. */
export function apartNotes(view: View, format: Format, style: Style): string[] {
  if (view.shape === 'pages') return view.pages.flatMap(page => apartNotes(page, format, style));
  if (view.shape !== 'table' || format === 'table' || format === 'markdown') return [];
  return [...(view.title ? [view.title] : []), ...(view.notes ?? [])].map(note => note[style.lang]);
}

function* pagesOf(pages: readonly View[], format: Format, drawing: Drawing, style: Style): Generator<string> {
  if (format === 'csv' && pages.filter(page => page.shape === 'table').length > 1)
    throw new Failure(
      'usage',
      { zh: '几张表不能放进一个 CSV 文件', en: 'Several tables do not fit one CSV file' },
      { zh: '请改用 --format json 或 markdown', en: 'Use --format json or markdown' },
    );
  for (const [index, page] of pages.entries()) {
    if (index > 0) yield '\n';
    yield* rendered(page, format, drawing, style);
  }
}

function gridOf(card: Card): Table {
  return { shape: 'table', columns: card.columns, rows: [card.row] };
}
