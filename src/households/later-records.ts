import type { Day } from '../kernel/day.ts';
import { selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Assignment } from './assignment-store.ts';
import type { LastRecord } from './rules.ts';

/*
 * The only place where households read visits, needs and benefits, which belong to areas above: an end may not come before
 * a record that depends on it, and looking up that day costs less than handing the records down.
 */

/** The last day of each kind of record about a household. */
export function lastRecordsOf(db: Db, householdId: number): readonly LastRecord[] {
  const lastOf = (table: 'need' | 'benefit', column: 'raised_on' | 'given_on') => {
    const records = selectFrom(table).where(`${table}.household_id`, '=', householdId);
    const current = records.where(`${table}.withdrawn_on`, 'is', null);
    return (
      value(
        db,
        current.select(eb => eb.fn<Day | null>('max', [column]).as('day')),
      ) ?? undefined
    );
  };
  const visited = value(db, visitDay('max').where('household_id', '=', householdId)) ?? undefined;
  return [
    { zh: '走访', en: 'visit', last: visited },
    { zh: '需求', en: 'need', last: lastOf('need', 'raised_on') },
    { zh: '惠民', en: 'benefit', last: lastOf('benefit', 'given_on') },
  ];
}

/** The day of the last visit by a pair: one look into the index of pair, mode and day for each mode. */
export function lastVisitBy(db: Db, pairId: number): Day | undefined {
  const days = (['home', 'phone', 'absent'] as const).flatMap(
    mode => value(db, visitDay('max').where('pair_id', '=', pairId).where('mode', '=', mode)) ?? [],
  );
  return days.sort().at(-1);
}

/** The day of the last visit that depends on an assignment; a substitute visit does not. */
export function lastVisitUnder(db: Db, assignment: Assignment): Day | undefined {
  const { household_id, pair_id, from_on, to_on } = assignment;
  const visits = visitDay('max')
    .where('household_id', '=', household_id)
    .where('pair_id', '=', pair_id)
    .where('substitute', '=', 0)
    .where('visited_on', '>=', from_on)
    .where('visited_on', '<', to_on);
  return value(db, visits) ?? undefined;
}

/** The day of the last visit that depends on some of a household's assignments. */
export function lastVisitUnderAny(db: Db, assignments: readonly Assignment[]): Day | undefined {
  return assignments
    .flatMap(assignment => lastVisitUnder(db, assignment) ?? [])
    .sort()
    .at(-1);
}

/** The first day, from one on, on which a household was visited or assigned. */
export function firstUseOf(db: Db, householdId: number, from: Day): Day | undefined {
  const visits = visitDay('min').where('household_id', '=', householdId);
  const assignments = selectFrom('assignment').select(eb => eb.fn.min<Day | null>('from_on').as('day'));
  const visited = value(db, visits.where('visited_on', '>=', from));
  const assigned = value(db, assignments.where('household_id', '=', householdId).where('from_on', '>=', from));
  return [visited, assigned].flatMap(day => day ?? []).sort()[0];
}

function visitDay(which: 'min' | 'max') {
  return selectFrom('visit').select(eb => eb.fn<Day | null>(which, ['visited_on']).as('day'));
}
