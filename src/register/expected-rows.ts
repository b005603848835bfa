import { closeSync, openSync, readSync } from 'node:fs';
import type { Source } from '../cli/source.ts';

/** As much of a file as is looked at to see how long its lines are. */
const LOOKED_AT = 1 << 18;

/** About how many rows a text file has, from its size and the length of its first lines; undefined for a workbook. */
export function expectedRows({ path, name, size }: Source): number | undefined {
  if (path === undefined || size === 0 || /\.xlsx$/i.test(name)) return undefined;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(LOOKED_AT, size));
    const read = readSync(file, bytes, 0, bytes.length, 0);
    let lines = 0;
    for (let at = bytes.indexOf(10); at >= 0 && at < read; at = bytes.indexOf(10, at + 1)) lines++;
    return lines === 0 ? undefined : Math.max(1, Math.round((size / read) * lines) - 1);
  } finally {
    closeSync(file);
  }
}
