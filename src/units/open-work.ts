import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/kysely.ts';

/** Something that keeps a unit from being closed: so many of these are still open there on that day. */
export interface OpenWork {
  readonly what: Text;
  /** The English word for a single one. */
  readonly one: string;
  count(db: Db, unitId: number, on: Day): Promise<number>;
}
