import { type DeadlineCode, deadlineCode, RIGHTS_IN_SQL } from '../deadlines/codes.ts';
import { IN_STOCK as DISPUTES_IN_STOCK } from '../disputes/transitions.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import { IN_STOCK as PETITIONS_IN_STOCK } from '../petitions/transitions.ts';

const IN_STOCK_IN_SQL = [...DISPUTES_IN_STOCK, ...PETITIONS_IN_STOCK].map(status => `'${status}'`).join(', ');

/** A deadline that is running, with the case it belongs to. */
export interface RunningDeadline {
  readonly kind: 'dispute' | 'petition';
  readonly number: string;
  readonly title: string;
  readonly holder: number;
  /** The unit to which the case is offered. */
  readonly offered: number | null;
  readonly unit: number;
  readonly rule: DeadlineCode;
  readonly name_zh: string;
  readonly name_en: string;
  readonly due_on: Day;
  readonly agent: string | null;
  /** Whether a party refused mediation since the holder took the case. */
  readonly refused: 0 | 1;
}

/** Deadlines of open cases that end by a day, over ones included. */
export function runningDeadlines(db: Db, until: Day): RunningDeadline[] {
  const found = db
    .prepare(
      `select m.kind, m.number, coalesce(d.title, p.demand) as title, m.holder_id as holder, o.to_unit as offered,
         u.unit_id as unit, r.code as rule, r.name_zh, r.name_en, u.due_on, a.code as agent, coalesce(d.refused, 0) as refused
       from deadline u join cases m on m.id = u.case_id join deadline_rule r on r.id = u.rule_id
       left join dispute d on d.id = m.id left join petition p on p.id = m.id left join agent a on a.id = p.agent_id
       left join offer o on o.case_id = m.id and o.ending = ''
       where u.done = '' and u.due_on <= ? and r.code not in (${RIGHTS_IN_SQL})`,
    )
    .all(until) as (RunningDeadline & { rule: string })[];
  return found.map(row => ({ ...row, rule: deadlineCode(row.rule) }));
}

/** Tasks that departments are to report on by a day, over ones included; the holder asks them. */
export function awaitedTasks(db: Db, until: Day) {
  return db
    .prepare(
      `select m.number, p.demand as title, m.holder_id as holder, d.code, d.name, t.due_on, a.code as agent
       from task t join cases m on m.id = t.case_id join petition p on p.id = m.id
       join department d on d.id = t.department_id left join agent a on a.id = p.agent_id
       where t.reported_on is null and t.due_on <= ? and m.status = 'accepted'`,
    )
    .all(until) as {
    number: string;
    title: string;
    holder: number;
    code: string;
    name: string;
    due_on: Day;
    agent: string | null;
  }[];
}

/** An offer that is open, or one that was sent back without another since. */
export interface OfferLine {
  readonly kind: 'dispute' | 'petition';
  readonly number: string;
  readonly title: string;
  readonly from_unit: number;
  readonly to_unit: number;
  readonly due_on: Day;
  readonly ending: string;
  readonly agent: string | null;
}

export function openOffers(db: Db): OfferLine[] {
  return db
    .prepare(
      `select m.kind, m.number, coalesce(d.title, p.demand) as title, o.from_unit, o.to_unit, o.due_on, o.ending, a.code as agent
       from offer o join cases m on m.id = o.case_id
       left join dispute d on d.id = m.id left join petition p on p.id = m.id left join agent a on a.id = p.agent_id
       where o.ending = '' or (o.ending = 'returned' and m.holder_id = o.from_unit
         and m.status in (${IN_STOCK_IN_SQL})
         and o.id = (select max(id) from offer where case_id = m.id)
         and not exists (select 1 from move v where v.case_id = m.id and v.on_day >= o.ended_on
           and v.id > (select max(w.id) from move w where w.case_id = m.id and w.name in ('return', 'object'))))`,
    )
    .all() as OfferLine[];
}

/** Disputes that nobody has accepted yet and that are not offered elsewhere. */
export function unstarted(db: Db) {
  return db
    .prepare(
      `select m.number, d.title, m.holder_id as holder from cases m join dispute d on d.id = m.id
       where m.status = 'registered' and not exists (select 1 from offer o where o.case_id = m.id and o.ending = '')`,
    )
    .all() as { number: string; title: string; holder: number }[];
}

/** Petitions whose reply has not reached the petitioner. */
export function unnotified(db: Db) {
  return db
    .prepare(
      `select m.number, p.demand as title, m.holder_id as holder, a.code as agent
       from cases m join petition p on p.id = m.id left join agent a on a.id = p.agent_id
       where m.status in ('concluded', 're_examined') and p.notified_on is null`,
    )
    .all() as { number: string; title: string; holder: number; agent: string | null }[];
}

/** Households of a unit whose last home visit is before a day, the longest ago first. */
export function longUnvisited(db: Db, units: readonly number[], before: Day, today: Day, most: number) {
  return db
    .prepare(
      `select h.code, h.unit_id as unit, (select max(v.visited_on) from visit v where v.household_id = h.id
           and v.mode = 'home' and v.visited_on <= @today) as last_on
       from household h where h.unit_id in (select value from json_each(@units)) and h.from_on <= @today and h.to_on > @today
         and not exists (select 1 from visit v where v.household_id = h.id and v.visited_on >= @before
           and v.visited_on <= @today and v.mode = 'home')
       order by last_on is not null, last_on, h.code limit @most`,
    )
    .all({ units: JSON.stringify(units), before, today, most }) as {
    code: string;
    unit: number;
    last_on: Day | null;
  }[];
}
