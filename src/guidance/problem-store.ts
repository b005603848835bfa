import type { Selectable } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { changeRow, changesBetween, type Stamp } from '../ledger/events.ts';
import { count, row, rows, selectFrom } from '../ledger/query.ts';
import type { GuidanceProblemTable } from '../ledger/schema/guidance.ts';
import type { Db } from '../ledger/sqlite.ts';
import { codedTable } from '../register/simple-record.ts';

/** Visits of guidance groups, by their codes. */
export const GUIDANCE_VISITS = codedTable('guidance_visit', false);

/** When a group was where a problem was found, and whether that visit is withdrawn. */
export function visitMade(db: Db, id: number) {
  return row(db, selectFrom('guidance_visit').select(['visited_on', 'withdrawn_on']).where('id', '=', id));
}

/** How many problems are entered under a visit. */
export function problemsUnder(db: Db, visitId: number): number {
  return count(db, selectFrom('guidance_problem').where('visit_id', '=', visitId).where('withdrawn_on', 'is', null));
}

export function problemCoded(db: Db, code: string): Selectable<GuidanceProblemTable> | undefined {
  return row(db, selectFrom('guidance_problem').selectAll().where('code', '=', code));
}

/** Enters what was done about a problem, on which day. */
export function finishProblem(db: Db, problem: Selectable<GuidanceProblemTable>, result: string, stamp: Stamp): void {
  const changes = changesBetween(problem, { result, done_on: stamp.on });
  changeRow(db, { table: 'guidance_problem', noun: 'guidance-problem' }, problem.id, changes, stamp);
}

/** What a group visited, the latest first. */
export function visitsOfGroup(db: Db, groupId: number) {
  const visits = selectFrom('guidance_visit').select(['code', 'unit_id', 'visited_on', 'visitors', 'looked_at']);
  const own = visits.where('group_id', '=', groupId).where('withdrawn_on', 'is', null);
  return rows(db, own.orderBy('visited_on', 'desc').orderBy('code'));
}

/** Problems with the group that found them and the unit, department or post that answers for them. */
const problems = selectFrom('guidance_problem as p')
  .innerJoin('guidance_visit as v', 'v.id', 'p.visit_id')
  .innerJoin('guidance as g', 'g.id', 'v.group_id')
  .leftJoin('department as d', 'd.id', 'p.owner_department_id')
  .leftJoin('post as o', 'o.id', 'p.owner_post_id')
  .select(['p.code', 'g.code as group', 'p.unit_id', 'p.content', 'p.found_on', 'p.due_on', 'p.done_on', 'p.result'])
  .select(['p.owner_unit_id', 'd.code as owner_department_code', 'd.name as owner_department'])
  .select(['o.code as owner_post', 'o.duty_title as owner_duty', 'v.group_id'])
  .where('p.withdrawn_on', 'is', null)
  .where('v.withdrawn_on', 'is', null)
  .orderBy('p.due_on')
  .orderBy('p.code');

export type GroupProblem = ReturnType<typeof problemsOpenOn>[number];

/** The problems that were found by a day and not done by it, the first due first: for to-do lists, agendas and reports. */
export function problemsOpenOn(db: Db, day: Day) {
  const found = problems.where('p.found_on', '<=', day);
  return rows(
    db,
    found.where(eb => eb.or([eb('p.done_on', 'is', null), eb('p.done_on', '>', day)])),
  );
}

/** The problems that a group found, the first due first. */
export function problemsOfGroup(db: Db, groupId: number) {
  return rows(db, problems.where('v.group_id', '=', groupId));
}
