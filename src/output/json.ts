import { readYuan } from '../kernel/money.ts';
import type { Card, Cell, Column, Row, Table, View } from '../kernel/view.ts';
import { rawCell } from './cell.ts';

type Json = Record<string, unknown>;
type Value = string | number | boolean | null;

/**
 * A view as JSON: a table is an array, one record an object; keys and numbers are the declared ones, never formatted. A word
 * of a closed list has its code beside it (`status_code`, `status`), and every amount is a number of fen.
 */
export function* jsonOf(view: View): Generator<string> {
  if (view.shape === 'table') yield* arrayOf(view);
  else yield `${JSON.stringify(simpleView(view), null, 2)}\n`;
}

function* arrayOf({ columns, rows }: Table): Generator<string> {
  const simple = simpleRow(columns);
  let first = true;
  for (const row of rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(simple(row))}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

function simpleView(view: View): unknown {
  if (view.shape === 'table') return Array.from(view.rows, simpleRow(view.columns));
  if (view.shape === 'pages') return view.pages.map(page => simpleView(page));
  if (view.shape === 'card') return simpleCard(view);
  return simpleData(view.data);
}

/** What a command did; words have their codes beside them here, too. */
function simpleData(data: Row): Json {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
      if (value === null || typeof value !== 'object' || !('code' in value)) return [[key, value]];
      return [
        [`${key}_code`, codeOf(value)],
        [key, value.en],
      ];
    }),
  );
}

function simpleCard(card: Card): Json {
  const record = simpleRow(card.columns)(card.row);
  for (const table of card.tables ?? []) record[table.key ?? 'rows'] = simpleView(table);
  return record;
}

/** The keys that JSON has for a column; what a column has been declared for beside a word is not made a second time. */
export function keysOf(column: Column, columns: readonly Column[]): readonly string[] {
  const { key, kind } = column;
  if (kind === 'yuan') return [`${key}_fen`];
  const code = `${key}_code`;
  return kind === 'word' && !columns.some(other => other.key === code) ? [code, key] : [key];
}

function simpleRow(columns: readonly Column[]): (row: Row) => Json {
  const keys = columns.map(column => keysOf(column, columns));
  return row => {
    // A code that a user chose can be a key; assigning to one called __proto__ would lose it.
    const entries: [string, Value][] = [];
    for (const [i, column] of columns.entries()) {
      const cell = row[column.key];
      const [first = '', second] = keys[i] ?? [];
      if (second !== undefined) entries.push([first, codeOf(cell)], [second, rawCell(cell, column)]);
      else entries.push([first, column.kind === 'yuan' ? fenOf(cell) : rawCell(cell, column)]);
    }
    return Object.fromEntries(entries);
  };
}

/** The code of a word; a word that an office made up itself is its own. */
function codeOf(cell: Cell): string | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell !== 'object') return String(cell);
  return 'code' in cell ? String(cell.code) : null;
}

function fenOf(cell: Cell): number | null {
  return typeof cell === 'string' ? (readYuan(cell) ?? null) : null;
}
