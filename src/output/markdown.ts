import { type Card, column, isFigure, type Prose, type Row, type Table } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/** A table as Markdown, with its heading, totals and counting rules. */
export function* markdownOf(table: Table, style: Style): Generator<string> {
  const { groups } = table;
  const columns = table.columns.filter(({ key }) => !groups?.columns.includes(key));
  const line = (row: Row) => `| ${columns.map(c => escaped(shownCell(row[c.key], c, style))).join(' | ')} |\n`;
  if (table.title) yield `## ${table.title[style.lang]}\n\n`;
  const titles = `| ${columns.map(c => escaped(c.title[style.lang])).join(' | ')} |\n`;
  const top = `${titles}| ${columns.map(c => (isFigure(c) ? '---:' : '---')).join(' | ')} |\n`;
  let last: string | undefined;
  if (!groups) yield top;
  for (const row of table.rows) {
    const heading = groups?.heading(row)[style.lang];
    if (heading !== last) yield `${last === undefined ? '' : '\n'}### ${escaped(heading ?? '')}\n\n${top}`;
    last = heading;
    yield line(row);
  }
  if (table.totals) yield line(table.totals);
  for (const note of table.notes ?? []) yield `\n${note[style.lang]}\n`;
}

const ITEM_AND_VALUE = [column('item', '项目', 'Item'), column('value', '内容', 'Value')];

/** One record as Markdown: its heading, a line for each value, and the smaller tables under it. */
export function* markdownCard(card: Card, style: Style): Generator<string> {
  const { title, columns, row, notes } = card;
  const values = columns.map(own => ({ item: own.title, value: shownCell(row[own.key], own, style) }));
  yield* markdownOf({ shape: 'table', title, columns: ITEM_AND_VALUE, rows: values }, style);
  for (const table of card.tables ?? []) {
    if (Array.isArray(table.rows) && table.rows.length === 0) continue;
    yield '\n';
    yield* markdownOf(table, style);
  }
  for (const note of notes ?? []) yield `\n${note[style.lang]}\n`;
}

/** A page of prose as Markdown: a heading, and a blank line before each paragraph. */
export function* markdownProse({ title, paragraphs, notes = [] }: Prose, style: Style): Generator<string> {
  yield `# ${title[style.lang]}\n`;
  for (const text of [...paragraphs, ...notes]) yield `\n${text[style.lang]}\n`;
}

function escaped(text: string): string {
  return printable(text).replaceAll('|', '\\|').replaceAll('\n', '<br>');
}
