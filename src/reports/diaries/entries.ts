import type { Day } from '../../kernel/day.ts';
import { IN_PERIOD } from '../days.ts';
import { includes, type Scope } from '../scope.ts';

/** Whether a diary was read by the period's last day, and when it was read last. */
const READ_ON = (visit: string, entry: string) => `(select max(r.read_on) from reading r
  where r.visit_id = ${visit} and r.entry = ${entry} and r.withdrawn_on is null and r.read_on <= @to)`;

/** The diaries of the visits of a period: the one in each visit's own row, unless it is empty, and the further ones. */
const ENTRIES = `select v.id as visit, 1 as entry, v.visited_on, v.pair_id, v.diary_by,
    ${READ_ON('v.id', '1')} as read_on from visit v
  where v.visited_on ${IN_PERIOD}
    and (v.diary <> '' or exists (select 1 from diary d where d.visit_id = v.id and d.number = 1))
  union all select v.id, d.number, v.visited_on, v.pair_id, d.diary_by, ${READ_ON('v.id', 'd.number')}
  from diary d join visit v on v.id = d.visit_id
  where d.number > 1 and d.withdrawn_on is null and v.visited_on ${IN_PERIOD}`;

/** What one cadre wrote in one village. */
export interface Written {
  readonly unit: number;
  readonly cadre: number;
  readonly diaries: number;
  readonly further: number;
  readonly read: number;
}

/** What each cadre wrote in the period, by the village of the pair. */
export function writtenIn(scope: Scope): Written[] {
  const found = scope.db
    .prepare(
      `select p.unit_id as unit, e.diary_by as cadre, count(*) as diaries, sum(e.entry > 1) as further,
         sum(e.read_on is not null) as read
       from (${ENTRIES}) e join pair p on p.id = e.pair_id group by p.unit_id, e.diary_by`,
    )
    .all(scope.period) as Written[];
  return found.filter(({ unit }) => includes(scope, unit));
}

/** One diary behind a figure. */
export interface Entry {
  readonly visit: number;
  readonly entry: number;
  readonly visited_on: Day;
  readonly unit: number;
  readonly cadre_code: string;
  readonly read_on: Day | null;
}

/** The diaries of the period, one by one. */
export function entriesIn(scope: Scope, which: string): Entry[] {
  const found = scope.db
    .prepare(
      `select e.visit, e.entry, e.visited_on, p.unit_id as unit, c.code as cadre_code, e.read_on
       from (${ENTRIES}) e join pair p on p.id = e.pair_id join cadre c on c.id = e.diary_by
       where ${which} order by e.visited_on, e.visit, e.entry`,
    )
    .all(scope.period) as Entry[];
  return found.filter(({ unit }) => includes(scope, unit));
}

/** How often leaders read a diary in the period, by the village of the pair. */
export function readingsIn(scope: Scope): { readonly unit: number; readonly readings: number }[] {
  const found = scope.db
    .prepare(
      `select p.unit_id as unit, count(*) as readings from reading r join visit v on v.id = r.visit_id
       join pair p on p.id = v.pair_id
       where r.withdrawn_on is null and r.read_on ${IN_PERIOD} group by p.unit_id`,
    )
    .all(scope.period) as { unit: number; readings: number }[];
  return found.filter(({ unit }) => includes(scope, unit));
}
