import type { Db } from '../sqlite.ts';
import { type ChainedEntry, entryHash, genesis } from './chain.ts';
import { sealsReader } from './kept-seals.ts';

/** Entries that the chain does not bear out, each the first of its kind first. */
export interface BrokenChain {
  /** Entries that are not as they were written, or not in their place. */
  readonly altered: readonly number[];
  /** Numbers between two entries, or after the last, that have no entry. */
  readonly missing: readonly number[];
}

type Entry = ChainedEntry & { readonly hash: string };

/** Follows the chain from its beginning: each entry must have the hash of its text, its rows and the entry before it. */
export function brokenChain(db: Db): BrokenChain {
  const altered: number[] = [];
  const missing: number[] = [];
  const seals = sealsReader(db);
  let previous = { id: 0, hash: genesis(seals(0)) };
  for (const entry of db.prepare('select * from journal order by id').all() as Entry[]) {
    for (let id = previous.id + 1; id < entry.id; id++) missing.push(id);
    const isBeforeTheChain = entry.hash === '';
    if (!isBeforeTheChain && entryHash(previous.hash, entry, seals(entry.id)) !== entry.hash) altered.push(entry.id);
    previous = { id: entry.id, hash: isBeforeTheChain ? previous.hash : entry.hash };
  }
  return { altered, missing: [...new Set([...missing, ...entriesOfSeals(db)])].sort((a, b) => a - b) };
}

/** Entries that sealed rows and are not in the chain. */
function entriesOfSeals(db: Db): number[] {
  return db
    .prepare(
      `select entry from seal where entry <> 0 and entry not in (select id from journal where hash <> '')
       union select entry from seal_block where entry <> 0 and entry not in (select id from journal where hash <> '')`,
    )
    .pluck()
    .all() as number[];
}
