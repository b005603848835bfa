import type { Day } from '../../kernel/day.ts';
import { IN_PERIOD } from '../days.ts';
import { includes, type Scope } from '../scope.ts';

/**
 * The settlements of a period (@from to @to) of disputes that were found by proactive screening (S-34): the headline counts
 * these rows, and the evidence of screening opens them.
 */
export const SETTLED_FINDS = `select m.number as code, d.title as name, s.left_on as settled_on, m.id as case_id,
    s.unit_id as unit from stay s join cases m on m.id = s.case_id
  join dispute d on d.id = m.id join source o on o.id = d.source_id
  where s.leaving = 'settled' and s.left_on ${IN_PERIOD} and o.code = 'proactive' order by s.left_on, m.number`;

/** What disputes bring to those into which they were merged: the visit in which they were found. */
const BROUGHT = `with recursive merged (case_id, into_number) as materialized
    (select case_id, json_extract(details, '$.into') from move where name = 'merge'),
  brought (number, visit_id) as (
    select g.into_number, d.visit_id from merged g join dispute d on d.id = g.case_id where d.visit_id is not null
    union select g.into_number, b.visit_id from brought b join cases c on c.number = b.number
      join merged g on g.case_id = c.id)`;

/** A settled dispute of proactive screening with the visit that found it, where one is on record. */
export interface Find {
  readonly code: string;
  readonly name: string;
  readonly settled_on: Day;
  readonly case_id: number;
  /** The unit that settled it. */
  readonly unit: number;
  readonly facts: string;
  readonly visit: number | null;
  readonly visited_on: Day | null;
  readonly household_code: string | null;
  readonly head_name: string | null;
  readonly phone: string | null;
  readonly diary: string | null;
}

/** The settled finds of a period, in the order of their settlement, with the visits behind them (S-32). */
export function findsIn(scope: Pick<Scope, 'db' | 'period' | 'within'>): Find[] {
  const found = scope.db
    .prepare(
      `${BROUGHT} select f.*, d.facts, v.id as visit, v.visited_on, v.diary, h.code as household_code, h.head_name, h.phone
       from (${SETTLED_FINDS}) f join dispute d on d.id = f.case_id
       left join visit v on v.id = coalesce(d.visit_id, (select min(visit_id) from brought where number = f.code))
       left join household h on h.id = v.household_id order by f.settled_on, f.code`,
    )
    .all(scope.period) as Find[];
  return found.filter(({ unit }) => includes(scope, unit));
}

/** Somebody whose name and numbers a diary may hold. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly id_number: string;
}

/** The parties of the settled finds, by case. */
export function partiesOfFinds({ db, period }: Pick<Scope, 'db' | 'period'>): ReadonlyMap<number, readonly Person[]> {
  const parties = db
    .prepare(
      `select p.case_id, p.name, p.phone, p.id_number from party p
       where p.case_id in (select case_id from (${SETTLED_FINDS})) and p.kind = 'person' order by p.id`,
    )
    .all(period) as (Person & { readonly case_id: number })[];
  const byCase = new Map<number, Person[]>();
  for (const { case_id, ...party } of parties) byCase.set(case_id, [...(byCase.get(case_id) ?? []), party]);
  return byCase;
}
