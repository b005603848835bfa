import { sql } from 'kysely';
import { VOID } from '../cases/case.ts';
import { RIGHTS } from '../deadlines/codes.ts';
import type { Day } from '../kernel/day.ts';
import { rows, selectFrom, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { among } from './only.ts';

/** Suspensions that interrupt a deadline on a day: meanwhile it does not become overdue. */
const pausedOn = (day: Day) =>
  selectFrom('pause as p')
    .select('p.id')
    .where('p.from_on', '<=', day)
    .where(eb => eb.or([eb('p.to_on', 'is', null), eb('p.to_on', '>', day)]))
    .where(sql<boolean>`p.case_id = u.case_id and p.from_on <= u.due_on and r.pauses in ('suspension', p.kind)`);

/**
 * The deadlines that are over on a day and were not met by then; on its last day a deadline is not over. Time limits of the
 * parties' own rights are left out: no unit is late when they lapse.
 */
const lateOn = (day: Day) =>
  selectFrom('deadline as u')
    .innerJoin('deadline_rule as r', 'r.id', 'u.rule_id')
    .innerJoin('cases as m', 'm.id', 'u.case_id')
    .where('m.status', '<>', VOID)
    .where(eb => eb(eb.fn.coalesce('u.due_latest', 'u.due_on'), '<', day))
    .where(({ not, exists }) => not(exists(pausedOn(day))))
    .where(eb => eb.or([eb('u.done_on', 'is', null), eb('u.done_on', '>', day)]))
    .where('r.code', 'not in', RIGHTS);

/** The deadlines that are over on a day, the longest overdue first. */
export function lateDeadlines(db: Db, day: Day) {
  return rows(
    db,
    lateOn(day)
      .leftJoin('dispute as d', 'd.id', 'm.id')
      .leftJoin('petition as p', 'p.id', 'm.id')
      .leftJoin('department as e', 'e.id', 'u.department_id')
      .select([
        'm.number',
        'm.status',
        'm.holder_id',
        'u.unit_id',
        'r.code',
        'r.name_zh',
        'r.name_en',
        'e.name as department',
      ])
      .select(({ fn }) => [
        fn.coalesce('u.due_latest', 'u.due_on').as('due_on'),
        fn.coalesce('d.title', 'p.demand').as('title'),
      ])
      .orderBy('due_on')
      .orderBy('m.number'),
  );
}

/** The disputes in stock on a day with a deadline that is over; of some disputes only, where they are named. */
export function lateDisputes(db: Db, day: Day, only?: readonly number[]): ReadonlySet<number> {
  const inStock = selectFrom('stay').select('case_id').where('entered_on', '<=', day).where('left_on', '>', day);
  const late = lateOn(day).where(among('u.case_id', only)).select('u.case_id').distinct();
  return new Set(values(db, late.where('u.case_id', 'in', inStock)));
}

/** The days on which a deadline can become late or cease to be, case by case: on others `lateDisputes` changes with the stock alone. */
export function daysOfLateness(db: Db) {
  const over = selectFrom('deadline').select([
    'case_id',
    sql<Day>`date(coalesce(due_latest, due_on), '+1 day')`.as('day'),
  ]);
  const done = selectFrom('deadline')
    .select(['case_id', 'done_on as day'])
    .where('done_on', 'is not', null)
    .$narrowType<{ day: Day }>();
  const paused = selectFrom('pause').select(['case_id', 'from_on as day']);
  const resumed = selectFrom('pause')
    .select(['case_id', 'to_on as day'])
    .where('to_on', 'is not', null)
    .$narrowType<{ day: Day }>();
  return rows(db, over.unionAll(done).unionAll(paused).unionAll(resumed));
}
