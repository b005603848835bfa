import { digest, digestOfBytes } from './hash.ts';

/** What a command wrote into one table: the hashes of the rows that it left, and the keys of those that it removed. */
export interface Seal {
  readonly tbl: string;
  readonly keys: string;
  readonly hashes: Uint8Array;
  readonly removed: string;
  readonly blocks: readonly Block[];
}

/** Rows of one table in a range of numbers that have one hash together; an empty one takes the block away. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly hash: Uint8Array;
}

/** An entry of the journal without its hash. */
export interface ChainedEntry {
  readonly id: number;
  readonly at: string;
  readonly operator: string;
  readonly command: string;
  readonly records: string;
  readonly counts: string;
  readonly reason: string | null;
}

/** The hash of an entry: it commits to the entry before it, to its own text and to the rows that its command wrote. */
export function entryHash(previous: string, entry: ChainedEntry, seals: readonly Seal[]): string {
  const { id, at, operator, command, records, counts, reason } = entry;
  return digest([previous, id, at, operator, command, records, counts, reason, ...sealed(seals)]);
}

/** What the first entry commits to in place of one before it: the rows that a new ledger has. */
export function genesis(seals: readonly Seal[]): string {
  return digest(['', ...sealed(seals)]);
}

function sealed(seals: readonly Seal[]) {
  return [...seals]
    .sort((a, b) => (a.tbl < b.tbl ? -1 : 1))
    .map(({ tbl, keys, hashes, removed, blocks }) => [
      tbl,
      keys,
      digestOfBytes(hashes),
      removed,
      digest(blocks.map(text)),
    ]);
}

const text = ({ first, last, hash }: Block) => `${first}-${last} ${Buffer.from(hash).toString('hex')}`;
