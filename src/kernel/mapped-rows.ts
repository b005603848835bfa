import type { Row } from './view.ts';

/** Rows with each of them changed: a list stays a list, and what comes from a query is still read row by row. */
export function mappedRows(rows: Iterable<Row>, change: (row: Row) => Row): Iterable<Row> {
  return Array.isArray(rows) ? rows.map(change) : eachChanged(rows, change);
}

function* eachChanged(rows: Iterable<Row>, change: (row: Row) => Row): Generator<Row> {
  for (const row of rows) yield change(row);
}
