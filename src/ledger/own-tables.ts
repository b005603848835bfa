import { closeSync, openSync, readSync } from 'node:fs';
import { MIGRATIONS } from './migrations.ts';

/** So many definitions of tables that have names of ours are no accident. */
const ENOUGH = 3;

/** Where definitions are looked for: the schema of a ledger begins on its first pages. */
const PIECE = 1 << 20;
const PIECES = 16;

const DEFINITION = /create table "?(\w+)/gi;

/** Whether the beginning of a file holds definitions of a ledger's tables, whatever its header has become. */
export function definesOurTables(path: string): boolean {
  const own = new Set(namesIn(MIGRATIONS.filter(step => typeof step === 'string').join('\n')));
  const found = new Set<string>();
  const bytes = Buffer.alloc(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let piece = 0; piece < PIECES && found.size < ENOUGH; piece++) {
      const length = readSync(file, bytes, 0, PIECE, piece * PIECE);
      if (!bytes.subarray(0, length).includes(0)) return false;
      for (const name of namesIn(bytes.toString('latin1', 0, length))) if (own.has(name)) found.add(name);
    }
  } finally {
    closeSync(file);
  }
  return found.size >= ENOUGH;
}

const namesIn = (text: string) => [...text.matchAll(DEFINITION)].map(([, name = '']) => name.toLowerCase());
