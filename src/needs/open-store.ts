import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The village in which the household of a need is on a day, or where it was last by then. */
const villageOn = (day: Day) =>
  sql<number>`(select unit_id from household_term where household_id = n.household_id and from_on <= ${day}
    order by from_on desc limit 1)`;

/** Needs with their household and their owner: a department by its name, a cadre or an agent by their code. */
function needs() {
  return selectFrom('need as n')
    .innerJoin('household as h', 'h.id', 'n.household_id')
    .leftJoin('department as d', 'd.id', 'n.department_id')
    .leftJoin('cadre as c', 'c.id', 'n.cadre_id')
    .leftJoin('agent as a', 'a.id', 'n.agent_id')
    .select([
      'n.code',
      'n.category',
      'n.content',
      'n.raised_on',
      'n.due_on',
      'n.household_id',
      'h.code as household_code',
    ])
    .select(['d.name as department', 'c.code as cadre', 'a.code as agent', 'n.owner', 'n.cadre_id'])
    .select(eb => eb.fn.coalesce('d.code', 'c.code', 'a.code').as('owner_code'))
    .where('n.withdrawn_on', 'is', null);
}

/** The needs that are open on a day, the earliest due first, those without a due day last. */
export function openNeeds(db: Db, day: Day) {
  const query = needs()
    .select(villageOn(day).as('unit_id'))
    .where('n.raised_on', '<=', day)
    .where(eb => eb.or([eb('n.feedback_on', 'is', null), eb('n.feedback_on', '>', day)]))
    .orderBy(eb => eb.fn.coalesce('n.due_on', eb.val('9999-12-31')))
    .orderBy('n.code');
  return rows(db, query);
}

/** All needs of a household, the latest first, with what became of them. */
export function needsOf(db: Db, householdId: number) {
  const query = needs()
    .select(['n.result', 'n.feedback_on', 'n.satisfaction'])
    .where('n.household_id', '=', householdId)
    .orderBy('n.raised_on', 'desc')
    .orderBy('n.code');
  return rows(db, query);
}
