import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';

/** What level a unit was on a day: a village may have become a community since. */
export function levelOn(db: Db, unitId: number, day: Day): string | undefined {
  return db
    .prepare('select level from unit_term where unit_id = ? and from_on <= ? order by from_on desc limit 1')
    .pluck()
    .get(unitId, day) as string | undefined;
}
