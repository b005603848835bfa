import type { Card, Column, Row, Table, View } from '../kernel/view.ts';
import { rawCell } from './cell.ts';
import type { Style } from './style.ts';

type Json = Record<string, unknown>;

/** A view as JSON: a table is an array, one record an object; keys and numbers are the declared ones, never formatted. */
export function* jsonOf(view: View, style: Style): Generator<string> {
  if (view.shape === 'table') yield* arrayOf(view, style);
  else yield `${JSON.stringify(simpleView(view, style), null, 2)}\n`;
}

function* arrayOf(table: Table, style: Style): Generator<string> {
  let first = true;
  for (const row of table.rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(simpleRow(table.columns, row, style))}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

function simpleView(view: View, style: Style): unknown {
  if (view.shape === 'table') return Array.from(view.rows, row => simpleRow(view.columns, row, style));
  if (view.shape === 'pages') return view.pages.map(page => simpleView(page, style));
  if (view.shape === 'card') return simpleCard(view, style);
  return view.data;
}

function simpleCard(card: Card, style: Style): Json {
  const record = simpleRow(card.columns, card.row, style);
  for (const table of card.tables ?? []) record[table.key ?? 'rows'] = simpleView(table, style);
  return record;
}

function simpleRow(columns: readonly Column[], row: Row, style: Style): Json {
  // A code that a user chose can be a key; assigning to one called __proto__ would lose it.
  return Object.fromEntries(columns.map(column => [column.key, rawCell(row[column.key], column, style.reveal)]));
}
