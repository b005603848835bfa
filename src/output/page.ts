import type { Card, Layout, Part, Row, Table } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { listLines } from './list.ts';
import { type Pair, pairLines } from './pairs.ts';
import { printable } from './printable.ts';
import { stepLines } from './steps.ts';
import type { Style } from './style.ts';
import { tableOf } from './table.ts';
import { timelineOf } from './timeline.ts';
import { painted } from './tone.ts';
import { wrapped, wrappedHanging } from './wrap.ts';

/** One record on a terminal: where it stands, then its parts in the order of their weight, each in its own way. */
export function* pageOf(card: Card, layout: Layout, style: Style): Generator<string> {
  const { paint, lang, width } = style;
  const named = layout.title === undefined ? '' : cellOf(card, layout.title, style);
  yield `${paint.bold(wrappedHanging(`${card.title[lang]}${named && '  '}${named}`, width))}\n`;
  yield* ended(pairLines(pairsOf(card, layout.lead, style), style));
  for (const part of layout.parts) yield* partOf(card, layout, part, style);
  for (const note of card.notes ?? []) yield `${paint.dim(wrapped(note[lang], width ?? 1000))}\n`;
}

function* otherTables({ tables = [] }: Card, { parts }: Layout, style: Style): Generator<string> {
  const named = new Set(parts.flatMap(part => ('table' in part ? [part.table] : [])));
  for (const table of tables)
    if (!named.has(table.key ?? '') && !(Array.isArray(table.rows) && table.rows.length === 0))
      yield* tableOf(table, style);
}

function* partOf(card: Card, layout: Layout, part: Part, style: Style): Generator<string> {
  if (part.as === 'tables') {
    yield* otherTables(card, layout, style);
    return;
  }
  const table = 'table' in part ? card.tables?.find(({ key }) => key === part.table) : undefined;
  const rows = table ? [...table.rows] : [];
  const lines = [...linesOf(card, layout, part, { table, rows }, style)];
  const title = 'title' in part ? part.title : table?.title;
  if (lines.length === 0 || !title) return;
  yield `${style.paint.bold(wrappedHanging(title[style.lang], style.width))}\n`;
  yield* ended(lines);
}

interface Named {
  readonly table: Table | undefined;
  readonly rows: readonly Row[];
}

function linesOf(
  card: Card,
  layout: Layout,
  part: Exclude<Part, { as: 'tables' }>,
  { table, rows }: Named,
  style: Style,
): Iterable<string> {
  if (part.as === 'facts') return pairLines(pairsOf(card, factsOf(card, layout), style), style);
  if (part.as === 'lines') return part.lines.map(line => wrappedHanging(`  ${line[style.lang]}`, style.width));
  if (!table || rows.length === 0) return [];
  if (part.as === 'list') return listLines(part, rows, style);
  if (part.as === 'steps') return stepLines(part, table, rows, style);
  return timelineOf(part, table, rows, style);
}

/** The columns that say neither what the page is called nor where it stands. */
function factsOf({ columns }: Card, { title, lead }: Layout): string[] {
  return columns.slice(1).flatMap(({ key }) => (key === title || lead.includes(key) ? [] : [key]));
}

function pairsOf({ columns, row }: Card, keys: readonly string[], style: Style): Pair[] {
  return keys.flatMap(key => {
    const column = columns.find(other => other.key === key);
    if (!column) return [];
    const tone = column.tone?.(row, style.made.today);
    const text = printable(shownCell(row[key], column, style));
    return [{ column, text, paint: said => painted(said, tone, style.paint) }];
  });
}

function cellOf(card: Card, key: string, style: Style): string {
  const column = card.columns.find(other => other.key === key);
  return column ? printable(shownCell(card.row[key], column, style)) : '';
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
