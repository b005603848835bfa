import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** Something that keeps a unit from being closed: so many of these are still open there on that day. */
export interface OpenWork {
  readonly what: Text;
  /** The English word for a single one. */
  readonly one: string;
  count(db: Db, unitId: number, on: Day): Promise<number>;
}

/** Tables whose records stand at a unit for a time of their own. */
type StandingTable = 'site' | 'agent' | 'guidance_unit' | 'village_rule';

/** Records that still stand at a unit keep it open: they are closed first. */
export function standingWork(table: StandingTable, words: Pick<OpenWork, 'what' | 'one'>): OpenWork {
  return {
    ...words,
    count: async (db, unitId, on) => {
      const open = rows(
        db,
        selectFrom(table).select(`${table}.id`).where(`${table}.unit_id`, '=', unitId).where(`${table}.to_on`, '>', on),
      );
      return open.length;
    },
  };
}
