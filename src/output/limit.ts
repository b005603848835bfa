import { grouped } from '../kernel/money.ts';
import type { Text } from '../kernel/text.ts';
import type { Row } from '../kernel/view.ts';

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
