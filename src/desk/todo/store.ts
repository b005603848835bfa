import { sql } from 'kysely';
import { deadlineCode, PARTIES_RIGHTS } from '../../deadlines/codes.ts';
import { IN_STOCK as DISPUTES_IN_STOCK } from '../../disputes/transitions.ts';
import type { Day } from '../../kernel/day.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { IN_STOCK as PETITIONS_IN_STOCK } from '../../petitions/transitions.ts';

/** A case as the list names it. */
export interface ListedCase {
  readonly kind: 'dispute' | 'petition';
  readonly number: string;
  readonly title: string | null;
  readonly holder: number;
  readonly agent: string | null;
}

/** Cases by their numbers, with the unit that holds them and their agent. */
export const cases = () =>
  selectFrom('cases as m')
    .leftJoin('dispute as d', 'd.id', 'm.id')
    .leftJoin('petition as p', 'p.id', 'm.id')
    .leftJoin('agent as a', 'a.id', 'p.agent_id')
    .select(['m.kind', 'm.number', 'm.holder_id as holder', 'a.code as agent'])
    .select(eb => eb.fn.coalesce('d.title', 'p.demand').as('title'));

/** A suspension that lasts and interrupts a deadline. */
const interrupting = selectFrom('pause as s')
  .select('s.id')
  .where('s.to_on', 'is', null)
  .where(sql<boolean>`s.case_id = m.id and s.from_on <= u.due_on and r.pauses in ('suspension', s.kind)`);

/**
 * Deadlines of open cases that end by a day, overdue deadlines included; with the unit to which the case is offered. Rights
 * of the parties are left out, and what a suspension interrupts.
 */
export function runningDeadlines(db: Db, until: Day) {
  const found = rows(
    db,
    cases()
      .innerJoin('deadline as u', 'u.case_id', 'm.id')
      .innerJoin('deadline_rule as r', 'r.id', 'u.rule_id')
      .leftJoin('offer as o', join => join.onRef('o.case_id', '=', 'm.id').on('o.ending', '=', ''))
      .leftJoin('department as e', 'e.id', 'u.department_id')
      .select(['o.to_unit as offered', 'u.unit_id as unit', 'r.code as rule', 'r.name_zh', 'r.name_en', 'u.due_on'])
      .select(['u.start_on', 'u.due_latest', 'u.extended_by', 'r.is_law', 'r.extension_is_law', 'r.roll', 'd.refused'])
      .select('m.status')
      .select(['e.id as department_id', 'e.code as department_code', 'e.name as department'])
      .where('u.done', '=', '')
      .where('u.due_on', '<=', until)
      .where('r.code', 'not in', PARTIES_RIGHTS)
      .where(({ not, exists }) => not(exists(interrupting))),
  );
  return found.map(deadline => ({ ...deadline, rule: deadlineCode(deadline.rule) }));
}

/** Tasks that departments are to report on by a day, overdue tasks included; the holder reminds them. */
export function awaitedTasks(db: Db, until: Day) {
  return rows(
    db,
    cases()
      .innerJoin('task as t', 't.case_id', 'm.id')
      .innerJoin('department as e', 'e.id', 't.department_id')
      .select(['e.code', 'e.name', 't.due_on'])
      .where('t.reported_on', 'is', null)
      .where('t.due_on', '<=', until)
      .where('m.status', '=', 'accepted'),
  );
}

/** Offers that are not answered yet. */
export function openOffers(db: Db) {
  return rows(
    db,
    cases()
      .innerJoin('offer as o', 'o.case_id', 'm.id')
      .select(['o.from_unit', 'o.to_unit', 'o.due_on'])
      .where('o.ending', '=', ''),
  );
}

/** Cases whose last offer came back to their holder, who has done nothing with them since. */
export function returnedCases(db: Db) {
  const lastOffer = sql<number>`(select max(id) from offer where case_id = m.id)`;
  const movedOn = sql<0 | 1>`exists (select 1 from move v where v.case_id = m.id and v.on_day >= o.ended_on
    and v.id > (select max(w.id) from move w where w.case_id = m.id and w.name in ('return', 'object')))`;
  return rows(
    db,
    cases()
      .innerJoin('offer as o', 'o.case_id', 'm.id')
      .where('o.ending', '=', 'returned')
      .where('o.id', '=', lastOffer)
      .whereRef('m.holder_id', '=', 'o.from_unit')
      .where('m.status', 'in', [...DISPUTES_IN_STOCK, ...PETITIONS_IN_STOCK])
      .where(movedOn, '=', 0),
  );
}

/** Disputes that nobody has accepted yet and that are not offered elsewhere. */
export function unstarted(db: Db) {
  const offered = selectFrom('offer').select('case_id').where('ending', '=', '');
  return rows(db, cases().where('m.status', '=', 'registered').where('m.id', 'not in', offered));
}

/** Petitions whose extension nobody has told the petitioner yet, with the department whose time was extended. */
export function untoldExtensions(db: Db) {
  const department = sql<number | null>`json_extract(v.details, '$.departmentId')`;
  const told = sql<0 | 1>`exists (select 1 from notice n where n.case_id = m.id and n.kind = 'extension'
    and n.department_id is ${department} and n.move_id > v.id)`;
  return rows(
    db,
    cases()
      .innerJoin('move as v', 'v.case_id', 'm.id')
      .leftJoin('department as e', join => join.on('e.id', '=', department))
      .select(['e.code as department_code'])
      .where('m.kind', '=', 'petition')
      .where('v.name', '=', 'extend')
      .where('m.status', '=', 'accepted')
      .where(told, '=', 0),
  );
}

/** Petitions whose reply has not reached the petitioner. */
export function unnotified(db: Db) {
  return rows(db, cases().where('m.status', 'in', ['concluded', 're_examined']).where('p.notified_on', 'is', null));
}
