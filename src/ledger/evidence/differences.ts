import type { Db } from '../sqlite.ts';
import { blockHasher } from './blocks.ts';
import { type Expected, expectedRows, type SealedBlock } from './expected.ts';
import { rowHash } from './hash.ts';
import type { Key } from './keys.ts';
import { keyOf, type SealedTable, sealedTables } from './sealed-table.ts';

/** What is not as the journal says: changed after `entry`, missing although `entry` wrote it, or written by none. */
export interface Difference {
  readonly table: string;
  /** A row, or the block that it is in. */
  readonly key: Key;
  readonly block?: SealedBlock;
  readonly is: 'changed' | 'missing' | 'unexplained';
  readonly entry: number | undefined;
  /** The hash of the row as it is now. */
  readonly hash: string | null;
}

/** All rows that are not as the journal's entries left them, table by table. */
export function* differences(db: Db): Generator<Difference> {
  const tables = new Map(sealedTables(db).map(table => [table.name, table]));
  const sealed = db.prepare('select distinct tbl from seal').pluck().all() as string[];
  for (const name of [...new Set([...tables.keys(), ...sealed])].sort())
    yield* differencesIn(db, name, tables.get(name));
}

function* differencesIn(db: Db, name: string, table: SealedTable | undefined): Generator<Difference> {
  const expected = expectedRows(db, name);
  yield* differingBlocks(db, name, table, expected.blocks);
  for (const [key, text] of table ? looseRows(db, table, expected) : []) {
    const sealed = expected.take(key);
    const hash = rowHash(text);
    if (sealed === hash) continue;
    const entry = expected.entryOf(key);
    yield { table: name, key, is: sealed === undefined ? 'unexplained' : 'changed', entry, hash };
  }
  const isInBlock = (key: Key) =>
    expected.blocks.some(({ first, last }) => first <= Number(key) && Number(key) <= last);
  for (const key of expected.rest())
    if (!isInBlock(key)) yield { table: name, key, is: 'missing', entry: expected.entryOf(key), hash: null };
}

function* differingBlocks(
  db: Db,
  name: string,
  table: SealedTable | undefined,
  blocks: readonly SealedBlock[],
): Generator<Difference> {
  const hashOf = table && blocks.length > 0 ? blockHasher(db, table) : () => undefined;
  for (const block of blocks) {
    const { first, last, hash: sealed, entry } = block;
    const hash = hashOf(first, last);
    if (hash && Buffer.compare(hash, sealed) === 0) continue;
    yield { table: name, key: `${first}-${last}`, block, is: hash ? 'changed' : 'missing', entry, hash: null };
  }
}

/** The rows of a table that are in no block. */
function* looseRows(db: Db, table: SealedTable, { blocks }: Expected): Generator<readonly [key: Key, text: string]> {
  const rows = (where: string) =>
    db.prepare(`select ${keyOf(table, 't')}, ${table.text('t')} from main."${table.name}" t where ${where}`).raw();
  if (blocks.length === 0) {
    yield* rows(table.where ?? 'true').iterate() as IterableIterator<readonly [Key, string]>;
    return;
  }
  const between = rows(`t."${table.key[0]}" > ? and t."${table.key[0]}" < ?`);
  for (const [above, below] of gaps(blocks))
    yield* between.iterate(above, below) as IterableIterator<readonly [Key, string]>;
}

/** The open ranges of numbers between blocks, before the first and after the last. */
function* gaps(blocks: readonly SealedBlock[]): Generator<readonly [above: number, below: number]> {
  let above = Number.MIN_SAFE_INTEGER;
  for (const { first, last } of blocks) {
    if (first > above + 1) yield [above, first];
    above = last;
  }
  yield [above, Number.MAX_SAFE_INTEGER];
}
