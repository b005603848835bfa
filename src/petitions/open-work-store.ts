import type { AgentWork } from '../agents/commands.ts';
import { rows, selectFrom, value, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { IN_STOCK, OPEN_STATUSES } from './transitions.ts';

const carried = (statuses: Iterable<string>) =>
  selectFrom('petition')
    .innerJoin('cases', 'cases.id', 'petition.id')
    .where('cases.status', 'in', [...statuses])
    .where('petition.agent_id', 'is not', null);

/** How many petitions each agent has open, by the agent's id. */
export function openPetitions(db: Db): Map<number, number> {
  const query = carried(OPEN_STATUSES)
    .select(({ fn }) => ['petition.agent_id', fn.countAll<number>().as('open')])
    .groupBy('petition.agent_id');
  return new Map(rows(db, query).flatMap(({ agent_id, open }) => (agent_id === null ? [] : [[agent_id, open]])));
}

export const agentWork: AgentWork = {
  open: (db, id) => openPetitions(db).get(id) ?? 0,
  inHand: (db, id) =>
    value(
      db,
      carried(IN_STOCK)
        .where('petition.agent_id', '=', id)
        .select(({ fn }) => fn.countAll<number>().as('count')),
    ) ?? 0,
};

/** The petitions in which a department is still to report: what was concluded or declined waits for nobody. */
export function openTasks(db: Db, departmentId: number): string[] {
  return values(
    db,
    selectFrom('task')
      .innerJoin('cases', 'cases.id', 'task.case_id')
      .select('cases.number')
      .where('task.department_id', '=', departmentId)
      .where('task.reported_on', 'is', null)
      .where('cases.status', 'in', [...IN_STOCK])
      .orderBy('task.id'),
  );
}
