import type { Db } from '../sqlite.ts';
import type { Block } from './chain.ts';
import { ROW_BYTES } from './hash.ts';
import { type Key, unpackedKeys } from './keys.ts';

/** A block of rows with the entry that wrote it. */
export type SealedBlock = Block & { readonly entry: number };

/** The rows that a table should have, as the journal's entries left them. */
export interface Expected {
  /** The blocks, in order of their numbers; a row in one of them has no hash of its own. */
  readonly blocks: readonly SealedBlock[];
  /** The hash of a row, and that it was looked at; undefined where no entry wrote the row, or where one removed it. */
  take(key: Key): string | undefined;
  /** The entry that wrote a row last. */
  entryOf(key: Key): number | undefined;
  /** The rows that nobody has looked at. */
  rest(): IterableIterator<Key>;
}

interface SealRow {
  readonly entry: number;
  readonly keys: string;
  readonly hashes: Buffer;
  readonly removed: string;
}

/** Replays what the entries wrote into a table, oldest first. */
export function expectedRows(db: Db, table: string): Expected {
  const seals = db
    .prepare('select entry, keys, hashes, removed from seal where tbl = ? order by entry')
    .all(table) as SealRow[];
  const blocksOf = blocksByEntry(db, table);
  const blocks = new Map<string, SealedBlock>();
  const places = new Map<Key, number>();
  const starts: number[] = [];
  let next = 0;
  for (const { entry, keys, removed } of seals) {
    starts.push(next);
    for (const key of unpackedKeys(removed)) places.delete(key);
    for (const block of blocksOf.get(entry) ?? []) replace(blocks, places, block);
    for (const key of unpackedKeys(keys)) places.set(key, next++);
  }
  const hashes = Buffer.concat(seals.map(seal => seal.hashes));
  const taken = new Set<Key>();
  return {
    blocks: [...blocks.values()].sort((a, b) => a.first - b.first),
    take: key => {
      const place = places.get(key);
      if (place === undefined) return undefined;
      taken.add(key);
      return hashes.toString('latin1', place * ROW_BYTES, (place + 1) * ROW_BYTES);
    },
    entryOf: key => {
      const place = places.get(key);
      return place === undefined ? undefined : seals[starts.findLastIndex(start => start <= place)]?.entry;
    },
    *rest() {
      for (const key of places.keys()) if (!taken.has(key)) yield key;
    },
  };
}

function blocksByEntry(db: Db, table: string): Map<number, SealedBlock[]> {
  const found = db
    .prepare('select entry, first_id as first, last_id as last, hash from seal_block where tbl = ? order by last_id')
    .all(table) as SealedBlock[];
  const byEntry = new Map<number, SealedBlock[]>();
  for (const block of found) {
    const known = byEntry.get(block.entry);
    if (known) known.push(block);
    else byEntry.set(block.entry, [block]);
  }
  return byEntry;
}

/** Puts a block in the place of the rows, or of the block, that it follows; one without a hash takes it away. */
function replace(blocks: Map<string, SealedBlock>, places: Map<Key, number>, block: SealedBlock): void {
  const range = `${block.first}-${block.last}`;
  if (block.hash.length > 0) blocks.set(range, block);
  else blocks.delete(range);
  if (places.size > 0) for (let key = block.first; key <= block.last; key++) places.delete(key);
}
