import type { Db } from '../sqlite.ts';
import type { Block, Seal } from './chain.ts';

/** Reads the seals of entries; those of 0 are of the rows that a new ledger has. */
export function sealsReader(db: Db): (entry: number) => Seal[] {
  const seals = db.prepare('select tbl, keys, hashes, removed from seal where entry = ?');
  const blocks = db.prepare(
    'select tbl, first_id as first, last_id as last, hash from seal_block where entry = ? order by tbl, last_id',
  );
  return entry => {
    const ofEntry = blocks.all(entry) as (Block & { readonly tbl: string })[];
    const sealed = seals.all(entry) as Omit<Seal, 'blocks'>[];
    const stray = ofEntry.filter(({ tbl }) => !sealed.some(seal => seal.tbl === tbl));
    return [
      ...sealed.map(seal => ({ ...seal, blocks: ofEntry.filter(({ tbl }) => tbl === seal.tbl) })),
      // Nothing writes a block without a seal; one that is there all the same must show in the chain.
      ...stray.map(({ tbl }) => ({ ...NOTHING, tbl, blocks: stray })),
    ];
  };
}

const NOTHING = { keys: '[]', removed: '[]', hashes: new Uint8Array() };
