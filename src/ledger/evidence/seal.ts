import type { Db } from '../sqlite.ts';
import { blockFinder, blocksAbove, NO_HASH } from './blocks.ts';
import type { Block, Seal } from './chain.ts';
import { blockHash, ROW_BYTES, rowHash } from './hash.ts';
import { type Key, packedKeys } from './keys.ts';
import { type SealedTable, sealedTable } from './sealed-table.ts';
import { type TouchedRow, touchedRows } from './touched.ts';
import { type Watch, watchNewRows, watchOn } from './watch.ts';

/** A row that was written: its key, and its hash where it is still there. */
export type WrittenRow = readonly [key: Key, hash: string | null];

/** Seals of the rows that were written on this connection since the last ones, which are forgotten. */
export function takeSeals(db: Db): Seal[] {
  const watch = watchOn(db);
  if (!watch) throw new Error('nobody looked at what was written');
  const names = [...new Set([...watch.written, ...watch.lastIds.keys()])].sort();
  const seals = names.flatMap(name => {
    const table = sealedTable(db, name);
    return table ? (sealOfTable(db, table, watch) ?? []) : [];
  });
  db.exec('delete from temp.touched');
  return seals;
}

/**
 * Hashes the rows that a bulk import has added to a table so far, while it waits for more: the seals then take no time of their
 * own at its end. Where one of them is written again, they are hashed again.
 */
export function sealAhead(db: Db, name: string): void {
  const watch = watchOn(db);
  const table = watch && sealedTable(db, name);
  if (!table) return;
  if (!watch.ahead.has(name)) watchNewRows(db, table);
  const ahead = watch.ahead.get(name) ?? [];
  watch.ahead.set(name, ahead);
  ahead.push(...blocksAbove(db, table, ahead.at(-1)?.last ?? watch.lastIds.get(name) ?? 0, true));
}

/** The seal of rows and blocks of one table; none where there are none. */
export function sealOf(tbl: string, rows: Iterable<WrittenRow>, blocks: readonly Block[] = []): Seal | undefined {
  const keys: Key[] = [];
  const removed: Key[] = [];
  let hashes = Buffer.allocUnsafe(64 * ROW_BYTES);
  for (const [key, hash] of rows) {
    if (hash === null) {
      removed.push(key);
      continue;
    }
    const at = keys.length * ROW_BYTES;
    if (at === hashes.length) hashes = Buffer.concat([hashes, Buffer.allocUnsafe(hashes.length)]);
    hashes.write(hash, at, 'latin1');
    keys.push(key);
  }
  if (keys.length + removed.length + blocks.length === 0) return undefined;
  return {
    tbl,
    keys: packedKeys(keys),
    hashes: hashes.subarray(0, keys.length * ROW_BYTES),
    removed: packedKeys(removed),
    blocks,
  };
}

function sealOfTable(db: Db, table: SealedTable, watch: Watch): Seal | undefined {
  const { lastIds, written } = watch;
  const last = lastIds.get(table.name);
  const added = last === undefined ? [] : addedBlocks(db, table, watch, last);
  if (!written.has(table.name)) return sealOf(table.name, [], added);
  const touched = touchedRows(db, table, last ?? null);
  if (!hasBlocks(db, table)) return sealOf(table.name, hashed(touched), added);
  const { rows, blocks } = takenApart(db, table, touched);
  return sealOf(table.name, rows, [...blocks, ...added]);
}

/** The blocks of new rows: those that were hashed ahead and stayed as they were, and the others. */
function addedBlocks(db: Db, table: SealedTable, { ahead }: Watch, last: number): Block[] {
  const blocks = ahead.get(table.name) ?? [];
  const end = blocks.at(-1)?.last ?? last;
  const again = db.prepare('select 1 from temp.touched where tbl = ? and key > ? and key <= ? limit 1');
  if (again.get(table.name, last, end) !== undefined) return blocksAbove(db, table, last);
  return [...blocks, ...blocksAbove(db, table, end)];
}

function hasBlocks(db: Db, { name }: SealedTable): boolean {
  return db.prepare('select 1 from seal_block where tbl = ? limit 1').get(name) !== undefined;
}

function* hashed(rows: Iterable<TouchedRow>): Generator<WrittenRow> {
  for (const { key, now } of rows) yield [key, now === null ? null : rowHash(now)];
}

/**
 * Takes the blocks apart in which rows were written: from here on each of their rows has its own hash. A block that was not
 * as it was sealed stays, so that a command cannot make right what was changed by hand beside its own rows.
 */
function takenApart(db: Db, table: SealedTable, touched: Iterable<TouchedRow>) {
  const rows: WrittenRow[] = [];
  const blocks: Block[] = [];
  const inBlock = db.prepare(
    `select t."${table.key[0]}" as key, ${table.text('t')} as now from main."${table.name}" t where t."${table.key[0]}" between ? and ?`,
  );
  for (const { block, members } of byBlock(touched, blockFinder(db, table))) {
    const present = block ? (inBlock.all(block.first, block.last) as TouchedRow[]) : [];
    if (block && (present.length === 0 || isIntact(block, present, members))) {
      blocks.push({ ...block, hash: NO_HASH });
      rows.push(...hashed(present));
    } else rows.push(...hashed(members));
  }
  return { rows, blocks };
}

/** Touched rows, in order of their numbers, with the block that they are in. */
function* byBlock(touched: Iterable<TouchedRow>, blockOf: (key: number) => Block | undefined) {
  let block: Block | undefined;
  let members: TouchedRow[] = [];
  for (const row of touched) {
    const key = row.key as number;
    if (!block || key > block.last) {
      if (members.length > 0) yield { block, members };
      members = [];
      block = blockOf(key);
    }
    members.push(row);
  }
  if (members.length > 0) yield { block, members };
}

/** Whether a block was as it was sealed before its rows were written. */
function isIntact(block: Block, present: readonly TouchedRow[], members: readonly TouchedRow[]): boolean {
  const before = new Map(present.map(({ key, now }) => [key as number, now]));
  for (const { key, old } of members) before.set(key as number, old);
  const texts = [...before]
    .filter(([, text]) => text !== null)
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text);
  return Buffer.compare(blockHash(Buffer.from(texts.join('\n'))), block.hash) === 0;
}
