import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';

/** Where something is to be entered: on which day, in which unit (by its code; undefined for all). */
export interface SetupPlace {
  readonly day: Day;
  readonly unit: string | undefined;
}

/** Something that a ledger must have first: the command that adds it, and the day on which it begins where it does later. */
export interface SetupStep {
  readonly words: readonly string[];
  readonly name: Text;
  readonly beginsOn: Day | undefined;
}

/** What a ledger lacks for visits, the first step first. */
export type MissingSteps = (db: Db, place: SetupPlace) => readonly SetupStep[];
