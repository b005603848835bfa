import { sql } from 'kysely';
import { each, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';

/** The value of the household's row before, in the order of a column; empty where there is none. */
const before = (column: string, order: string) =>
  sql<string>`lag(${sql.ref(column)}, 1, '') over (partition by household_id order by ${sql.ref(order)}, ${sql.ref(column)})`;

/**
 * The spans in which households are in the register. A household has a term after the other, one in each village; of those
 * that a period touches, the first is the one whose term before it the period does not touch.
 */
export function householdSpans(db: Db) {
  const terms = selectFrom('household_term').select(['from_on', 'to_on', before('to_on', 'from_on').as('previous_to')]);
  const spans = selectFrom(terms.as('t'))
    .select(({ fn }) => ['from_on', 'to_on', 'previous_to', fn.countAll<number>().as('households')])
    .groupBy(['from_on', 'to_on', 'previous_to']);
  return each(db, spans);
}

/** The spans in which households are assigned to a pair. */
export function assignmentSpans(db: Db) {
  const spans = selectFrom('assignment')
    .select(({ fn }) => ['from_on', 'to_on', fn.countAll<number>().as('households')])
    .groupBy(['from_on', 'to_on']);
  return each(db, spans);
}

/**
 * The visits of each day. With the day of the household's home visit before it, the households visited in any period are
 * those home visits in it that have none before them in it: of two on one day, the first.
 */
export function visitDays(db: Db) {
  const home = selectFrom('visit')
    .select(['visited_on', 'mode', before('visited_on', 'visited_on').as('previous_on')])
    .where('mode', '=', 'home');
  const others = selectFrom('visit')
    .select(['visited_on', 'mode', sql<string>`''`.as('previous_on')])
    .where('mode', '<>', 'home');
  const days = selectFrom(home.unionAll(others).as('v'))
    .select(({ fn }) => ['visited_on', 'mode', 'previous_on', fn.countAll<number>().as('visits')])
    .groupBy(['visited_on', 'mode', 'previous_on']);
  return each(db, days);
}
