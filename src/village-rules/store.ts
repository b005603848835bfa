import type { Day } from '../kernel/day.ts';
import { rows, selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { LevelRule } from '../units/open-work.ts';
import { levelChangeProblem } from './rules.ts';

/** What level a unit was on a day: a village may have become a community since. */
export function levelOn(db: Db, unitId: number, day: Day) {
  const term = selectFrom('unit_term').select('level').where('unit_id', '=', unitId).where('from_on', '<=', day);
  return value(db, term.orderBy('from_on', 'desc').limit(1));
}

/** What the rules of a unit since a day say about another level of it. */
export const villageRuleLevel: LevelRule = (db, unitId, level, on) => {
  const rules = rows(
    db,
    selectFrom('village_rule').select(['code', 'kind', 'from_on']).where('unit_id', '=', unitId).orderBy('from_on'),
  );
  return levelChangeProblem(rules, level, on);
};
