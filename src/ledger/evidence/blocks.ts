import type { Db } from '../sqlite.ts';
import type { Block } from './chain.ts';
import { blockHash } from './hash.ts';
import type { SealedTable } from './sealed-table.ts';

/** How many numbers of rows share a block: a hash for each row would make an import a fifth slower. */
const ROWS = 64;

/** What stands for a block that was taken apart. */
export const NO_HASH = new Uint8Array();

/** The hash of the rows of a table in a range of numbers; undefined where there are none. */
export function blockHasher(db: Db, table: SealedTable): (first: number, last: number) => Uint8Array | undefined {
  // Handed over as bytes: as text it would be decoded and encoded again.
  const texts = db
    .prepare(
      `select cast(group_concat(${table.text('t')}, char(10)) as blob) from main."${table.name}" t
       where t."${table.key[0]}" between ? and ?`,
    )
    .pluck();
  return (first, last) => {
    const found = texts.get(first, last) as Buffer | null;
    return found === null ? undefined : blockHash(found);
  };
}

/** The rows of a table above a number, in blocks; with `isGrowing` without the last one, to which rows may still be added. */
export function blocksAbove(db: Db, table: SealedTable, above: number, isGrowing = false): Block[] {
  const id = `"${table.key[0]}"`;
  const [from, to] = db
    .prepare(`select min(${id}), max(${id}) from main."${table.name}" where ${id} > ?`)
    .raw()
    .get(above) as [number | null, number];
  const hashOf = blockHasher(db, table);
  const blocks: Block[] = [];
  for (let first = from ?? to + 1; first <= to; first += ROWS) {
    const last = Math.min(first + ROWS - 1, to);
    if (isGrowing && last === to) break;
    const hash = hashOf(first, last);
    if (hash) blocks.push({ first, last, hash });
  }
  return blocks;
}

/** Finds the block that a row of a table is in, if there is one that was not taken apart. */
export function blockFinder(db: Db, table: SealedTable): (key: number) => Block | undefined {
  const next = db.prepare(
    `select first_id as first, last_id as last, hash from seal_block
     where tbl = ? and last_id >= ? and first_id <= ? order by last_id, entry desc limit 1`,
  );
  return key => {
    const block = next.get(table.name, key, key) as Block | undefined;
    return block && block.hash.length > 0 ? block : undefined;
  };
}
