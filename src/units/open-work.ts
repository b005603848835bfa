import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';

/** Something that keeps a unit open: how many of these the unit still has on a day or later. */
export interface OpenWork {
  readonly what: Text;
  /** The English word for a single one. */
  readonly one: string;
  count(db: Db, unitId: number, on: Day): number;
}
