import type { Card, Column, Row, Table, View } from '../kernel/view.ts';
import { rawCell } from './cell.ts';

type Json = Record<string, unknown>;

/** A view as JSON: a table is an array, one record an object; keys and numbers are the declared ones, never formatted. */
export function* jsonOf(view: View): Generator<string> {
  if (view.shape === 'table') yield* arrayOf(view);
  else yield `${JSON.stringify(simpleView(view), null, 2)}\n`;
}

function* arrayOf(table: Table): Generator<string> {
  let first = true;
  for (const row of table.rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(simpleRow(table.columns, row))}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

function simpleView(view: View): unknown {
  if (view.shape === 'table') return Array.from(view.rows, row => simpleRow(view.columns, row));
  if (view.shape === 'pages') return view.pages.map(page => simpleView(page));
  if (view.shape === 'card') return simpleCard(view);
  return view.data;
}

function simpleCard(card: Card): Json {
  const record = simpleRow(card.columns, card.row);
  for (const table of card.tables ?? []) record[table.key ?? 'rows'] = simpleView(table);
  return record;
}

function simpleRow(columns: readonly Column[], row: Row): Json {
  // A code that a user chose can be a key; assigning to one called __proto__ would lose it.
  return Object.fromEntries(columns.map(column => [column.key, rawCell(row[column.key], column)]));
}
