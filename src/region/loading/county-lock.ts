import type { Connection } from '../database/connection.ts';

/** What locks of counties are told apart by from those of other programs. */
const CLASS = 0x7461_6f63;

/** Counties that somebody loads now: who does holds a lock, which ends with the connection. */
export async function countiesInHand(region: Connection): Promise<ReadonlySet<string>> {
  const held = await region.run(
    `select objid::bigint as county from pg_locks where locktype = 'advisory' and classid = ${CLASS} and granted`,
  );
  return new Set(held.map(({ county }) => String(county)));
}
