import { isFigure, type Row, type Table } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/** A table as Markdown, with its heading, totals and counting rules. */
export function* markdownOf(table: Table, style: Style): Generator<string> {
  const { columns } = table;
  const line = (row: Row) =>
    `| ${columns.map(c => escaped(shownCell(row[c.key], c, style.reveal, style.lang))).join(' | ')} |\n`;
  if (table.title) yield `## ${table.title[style.lang]}\n\n`;
  yield `| ${columns.map(c => escaped(c.title[style.lang])).join(' | ')} |\n`;
  yield `| ${columns.map(c => (isFigure(c) ? '---:' : '---')).join(' | ')} |\n`;
  for (const row of table.rows) yield line(row);
  if (table.totals) yield line(table.totals);
  for (const note of table.notes ?? []) yield `\n${note[style.lang]}\n`;
}

function escaped(text: string): string {
  return printable(text).replaceAll('|', '\\|').replaceAll('\n', '<br>');
}
