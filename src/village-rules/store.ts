import type { Day } from '../kernel/day.ts';
import { row, rows, selectFrom, value, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { LevelRule } from '../units/open-work.ts';
import { levelChangeProblem } from './rules.ts';

/** What level a unit was on a day: a village may have become a community since. */
export function levelOn(db: Db, unitId: number, day: Day) {
  const term = selectFrom('unit_term').select('level').where('unit_id', '=', unitId).where('from_on', '<=', day);
  return value(db, term.orderBy('from_on', 'desc').limit(1));
}

/** The rule that an edition of a unit became. */
export function ruleOfEdition(db: Db, unitId: number, version: number) {
  const own = selectFrom('village_rule').select(['code', 'adopted_on', 'filed_on']).where('unit_id', '=', unitId);
  return row(db, own.where('version', '=', version));
}

/** The rules of a unit, the latest edition first. */
export function rulesOf(db: Db, unitId: number) {
  const own = selectFrom('village_rule').select(['id', 'code', 'title', 'version', 'from_on', 'to_on']);
  return rows(db, own.where('unit_id', '=', unitId).orderBy('version', 'desc'));
}

/** The steps of a unit's editions, in order. */
export function stepsOf(db: Db, unitId: number) {
  const own = selectFrom('village_rule_step')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('withdrawn_on', 'is', null);
  return rows(db, own.orderBy('version').orderBy('done_on').orderBy('id'));
}

/** The codes of the steps of a unit that were entered by mistake. */
export function withdrawnSteps(db: Db, unitId: number): string[] {
  const own = selectFrom('village_rule_step').select('code').where('unit_id', '=', unitId);
  return values(db, own.where('withdrawn_on', 'is not', null));
}

/** Every code that a step of a unit has or had, withdrawn ones too. */
export function stepCodes(db: Db, unitId: number): string[] {
  return values(db, selectFrom('village_rule_step').select('code').where('unit_id', '=', unitId));
}

/** What the rules of a unit since a day say about another level of it. */
export const villageRuleLevel: LevelRule = (db, unitId, level, on) => {
  const rules = rows(
    db,
    selectFrom('village_rule').select(['code', 'kind', 'from_on']).where('unit_id', '=', unitId).orderBy('from_on'),
  );
  return levelChangeProblem(rules, level, on);
};
