import type { Db } from '../ledger/sqlite.ts';
import type { Kind } from './catalog.ts';
import type { Id } from './key-store.ts';

/** The units whose offices write a record, and where it was made; null where that is the banner's business. */
interface Units {
  readonly writer: number | null;
  readonly origin: number | null;
}

/** Reads the units of the records of a kind; undefined for a record that is not there. */
export function unitReader(
  db: Db,
  { table, id, writer = 'null', origin = writer }: Kind,
): (id: Id) => Units | undefined {
  const of = db.prepare(`select ${writer} as writer, ${origin} as origin from "${table}" t where t.${id} = ?`);
  return number => of.get(number) as Units | undefined;
}
