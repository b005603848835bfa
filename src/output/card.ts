import type { Card } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { pageOf } from './page.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { tableOf } from './table.ts';
import { widthOf } from './width.ts';
import { wrapped } from './wrap.ts';

/** One record as a page: labels in a column, values beside them, smaller tables under it. */
export function* cardOf(card: Card, style: Style): Generator<string> {
  if (card.layout && style.width !== undefined) {
    yield* pageOf(card, card.layout, style);
    return;
  }
  yield `${style.paint.bold(card.title[style.lang])}\n`;
  const label = Math.max(...card.columns.map(c => widthOf(c.title[style.lang])));
  for (const column of card.columns) {
    const title = column.title[style.lang];
    const value = printable(shownCell(card.row[column.key], column, style));
    // A screen has no room for what there is nothing to say of.
    if (value === '' && style.width !== undefined) continue;
    const room = Math.max(20, (style.width ?? 100) - label - 4);
    const [first, ...more] = wrapped(value, room).split('\n');
    yield `  ${style.paint.dim(title)}${' '.repeat(label - widthOf(title))}  ${first}\n`;
    for (const line of more) yield `${' '.repeat(label + 4)}${line}\n`;
  }
  for (const table of card.tables ?? []) {
    if (Array.isArray(table.rows) && table.rows.length === 0) continue;
    yield '\n';
    yield* tableOf(table, style);
  }
  for (const note of card.notes ?? []) yield `${style.paint.dim(wrapped(note[style.lang], style.width ?? 1000))}\n`;
}
