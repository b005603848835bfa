import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Level } from './level.ts';

/** Something that keeps a unit open: how many of these the unit still has on a day or later. */
export interface OpenWork {
  readonly what: Text;
  /** The English word for a single one. */
  readonly one: string;
  count(db: Db, unitId: number, on: Day): number;
}

/** A rule of another area about a unit's level: why the unit cannot have another level from a day on, if it cannot. */
export type LevelRule = (db: Db, unitId: number, level: Level, on: Day) => Text | undefined;
