import type { World } from '../../cli/world.ts';
import { asAddress } from '../database/address.ts';
import { type Connection, connectTo } from '../database/connection.ts';
import type { HolderRow } from '../database/schema.ts';
import { countiesByHolder } from './load-store.ts';
import { holdersOf } from './region-store.ts';

/** The servers that keep counties, connected to when one is first needed. */
export interface Holders {
  /** Which one is to keep a county that is new: that with the fewest; null where there are none. */
  leastUsed(): Promise<number | null>;
  /** A connection to one of them, or to the region's own server for null. */
  at(holder: number | null): Promise<Connection>;
  close(): Promise<void>;
}

export function holdersFor(region: Connection, env: World['env']): Holders {
  const open = new Map<number, Connection>();
  return {
    leastUsed: async () => {
      const counts = await countiesByHolder(region);
      return leastOf(await holdersOf(region), counts);
    },
    at: async holder => {
      if (holder === null) return region;
      const known = open.get(holder);
      if (known) return known;
      const found = (await holdersOf(region)).find(({ id }) => id === holder);
      if (!found) throw new Error(`there is no holder ${holder}`);
      const connection = await connectTo(asAddress(found.address), env);
      open.set(holder, connection);
      return connection;
    },
    close: async () => {
      for (const connection of open.values()) await connection.close();
    },
  };
}

function leastOf(holders: readonly HolderRow[], counts: ReadonlyMap<number, number>): number | null {
  const count = ({ id }: HolderRow) => counts.get(id) ?? 0;
  const [first, ...others] = holders;
  return first ? others.reduce((least, each) => (count(each) < count(least) ? each : least), first).id : null;
}
