import { Failure } from '../kernel/failure.ts';
import type { Card, Table, View } from '../kernel/view.ts';
import { cardOf } from './card.ts';
import { csvOf } from './csv.ts';
import { jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { printable } from './printable.ts';
import type { Format, Style } from './style.ts';
import { tableOf } from './table.ts';

/** A view in one of the formats, in pieces; one grid feeds them all. */
export function* rendered(view: View, format: Format, style: Style): Generator<string> {
  if (view.shape === 'raw') yield view.text;
  else if (format === 'json') yield* jsonOf(view, style);
  else if (view.shape === 'pages') yield* pagesOf(view.pages, format, style);
  else if (view.shape === 'lines') for (const line of view.lines) yield `${printable(line[style.lang])}\n`;
  else if (format === 'table') yield* view.shape === 'card' ? cardOf(view, style) : tableOf(view, style);
  else yield* (format === 'csv' ? csvOf : markdownOf)(view.shape === 'card' ? gridOf(view) : view, style);
}

/** The counting rules of a view: under a table they are part of it, for CSV and JSON they go to stderr. */
export function apartNotes(view: View, format: Format, style: Style): string[] {
  if (view.shape === 'pages') return view.pages.flatMap(page => apartNotes(page, format, style));
  if (view.shape !== 'table' || format === 'table' || format === 'markdown') return [];
  return [...(view.title ? [view.title] : []), ...(view.notes ?? [])].map(note => note[style.lang]);
}

function* pagesOf(pages: readonly View[], format: Format, style: Style): Generator<string> {
  if (format === 'csv' && pages.filter(page => page.shape === 'table').length > 1)
    throw new Failure(
      'usage',
      { zh: '几张表不能放进一个 CSV 文件', en: 'Several tables do not fit one CSV file' },
      { zh: '请改用 --format json 或 markdown', en: 'Use --format json or markdown' },
    );
  for (const [index, page] of pages.entries()) {
    if (index > 0) yield '\n';
    yield* rendered(page, format, style);
  }
}

function gridOf(card: Card): Table {
  return { shape: 'table', columns: card.columns, rows: [card.row] };
}
