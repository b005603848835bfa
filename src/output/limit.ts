import { grouped } from '../kernel/money.ts';
import type { Text } from '../kernel/text.ts';
import type { Row, Table, View } from '../kernel/view.ts';

/** The rows up to the limit, and how many come after it (they are counted, not shown). */
export function limited(rows: Iterable<Row>, limit = Number.POSITIVE_INFINITY) {
  const source = rows[Symbol.iterator]();
  const hidden = () => {
    let count = 0;
    while (!source.next().done) count++;
    return count;
  };
  return { shown: firstOf({ next: () => source.next() }, limit), hidden, end: () => source.return?.() };
}

/** The next rows of a source, which keeps those after them. */
export function* firstOf(source: Pick<Iterator<Row>, 'next'>, most: number): Generator<Row> {
  for (let count = 0; count < most; count++) {
    const next = source.next();
    if (next.done) return;
    yield next.value;
  }
}

/** What is said of the rows that a limit leaves out. */
export function leftOut(rows: number): Text[] {
  if (rows === 0) return [];
  const n = grouped(rows);
  return [{ zh: `……还有 ${n} 行：用 --format csv 导出全部`, en: `… ${n} more: use --format csv for all` }];
}

/** A view with no more rows than were asked for: what is read by a program has no place to say that there are more. */
export function cutTo(view: View, most: number): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(page => cutTo(page, most)) };
  if (view.shape === 'table') return cutTable(view, most);
  return view.shape === 'card' ? { ...view, tables: (view.tables ?? []).map(table => cutTable(table, most)) } : view;
}

function cutTable(table: Table, most: number): Table {
  return { ...table, rows: Array.isArray(table.rows) ? table.rows.slice(0, most) : upTo(table.rows, most) };
}

/** Ends the source of the rows, which may be a query, with the last of them. */
function* upTo(rows: Iterable<Row>, most: number): Generator<Row> {
  let count = 0;
  for (const row of rows) {
    if (count++ >= most) return;
    yield row;
  }
}
