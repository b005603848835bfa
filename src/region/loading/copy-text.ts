import { createHash } from 'node:crypto';
import { columnsOf } from '../database/fact-columns.ts';
import type { FactTable } from '../facts/tables.ts';

/** A table of facts as the lines of a COPY, in pieces. */
export interface FactLines {
  readonly rows: number;
  readonly pieces: readonly Uint8Array[];
  readonly digest: string;
}

const PIECE = 1 << 16;

/** Writes the facts of a county as the lines of a COPY; the county's code goes first in each. */
export function linesOf(fact: FactTable, county: string, rows: Iterable<object>): FactLines {
  const columns = columnsOf(fact).map(([name]) => name);
  const hash = createHash('sha256').update(`${fact} ${columns.join(' ')}\n`);
  const pieces: Uint8Array[] = [];
  let [text, count] = ['', 0];
  const flush = () => {
    const piece = Buffer.from(text);
    hash.update(piece);
    pieces.push(piece);
    text = '';
  };
  for (const row of rows) {
    const values = row as Readonly<Record<string, unknown>>;
    text += county;
    for (const column of columns) text += `\t${copied(values[column])}`;
    text += '\n';
    count++;
    if (text.length > PIECE) flush();
  }
  flush();
  return { rows: count, pieces, digest: hash.digest('hex') };
}

/** A value in a line of a COPY. */
function copied(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  const text = String(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, each => ESCAPED[each] ?? each) : text;
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
