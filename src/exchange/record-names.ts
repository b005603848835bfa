import type { Part } from './catalog.ts';
import type { Cells } from './fingerprint.ts';

/**
 * What each row of a part is called within its record: its key, or its place where rows are only ever added at the end. A key
 * that several have is counted on.
 */
export function rowNames(rows: readonly Cells[], key: Part['key']): string[] {
  if (!key) return rows.map((_, i) => String(i + 1));
  const counts = new Map<string, number>();
  return rows.map(cells => {
    const name = key.map(column => cells[column] ?? '').join('|');
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return nth === 1 ? name : `${name}#${nth}`;
  });
}
