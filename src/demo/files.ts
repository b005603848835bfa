import { dirname, join } from 'node:path';
import { BOM, csvLine } from '../output/csv.ts';
import { dataFile, rowsIn } from './data-file.ts';
import type { Dataset } from './dataset.ts';

export type FileName = `${keyof Dataset}.csv`;
interface Row extends Readonly<Record<'zh' | 'en', string>> {
  readonly name: keyof Dataset;
  readonly columns?: string;
  /** From when on it holds, where that is said with the import. */
  readonly on?: string;
}

/** The demo's files in the order in which they are imported: what their rows are called, and their columns. */
export const FILES: ReadonlyMap<FileName, Row> = new Map(
  rowsIn<Row>(dataFile('files.csv')).map(file => [`${file.name}.csv`, file]),
);

export const FILE_NAMES: readonly FileName[] = [...FILES.keys()];

const BUFFER = 1 << 18;

/** The text of one of the files, in pieces of a few hundred kilobytes. */
export function* textOf(file: FileName, data: Dataset): Generator<string> {
  const rows = contentOf(file, data);
  if (typeof rows === 'string') return yield rows;
  const columns = FILES.get(file)?.columns?.split(' ') ?? [];
  let buffer = BOM + csvLine(columns);
  for (const row of rows) {
    const cells = row as Readonly<Record<string, unknown>>;
    buffer += csvLine(columns.map(column => String(cells[column] ?? '')));
    if (buffer.length < BUFFER) continue;
    yield buffer;
    buffer = '';
  }
  yield buffer;
}

/** Where a file lies: in the ledger's folder. */
export function filesBeside(ledger: string, file: FileName): string {
  return join(dirname(ledger), file);
}

/** How many records one of the files has. */
export function recordsIn(file: FileName, data: Dataset): number {
  const rows = contentOf(file, data);
  return typeof rows === 'string' ? rows.trim().split('\n').length - 1 : rows.length;
}

/** The rows of a file, or the text of the units' file. */
function contentOf(file: FileName, data: Dataset): string | readonly object[] {
  return data[file.replace('.csv', '') as keyof Dataset];
}
