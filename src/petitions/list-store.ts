import { sql } from 'kysely';
import { nextDue } from '../cases/list-store.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Status } from './transitions.ts';

/** Petitions in some statuses, the latest lodged first; `text` is looked for in the demand. */
export function petitionList(db: Db, statuses: readonly Status[], text = '') {
  const found = rows(
    db,
    selectFrom('cases')
      .innerJoin('petition', 'petition.id', 'cases.id')
      .leftJoin('agent', 'agent.id', 'petition.agent_id')
      .leftJoin('offer', join => join.onRef('offer.case_id', '=', 'cases.id').on('offer.ending', '=', ''))
      .select([
        'cases.id',
        'cases.number',
        'petition.demand',
        'cases.status',
        'petition.category_id',
        'agent.code as agent',
      ])
      .select(['cases.holder_id', 'offer.to_unit as offered_id', 'cases.registered_on', nextDue.as('due_on')])
      .where('cases.kind', '=', 'petition')
      .where('cases.status', 'in', statuses)
      .where(sql<boolean>`instr(demand, ${text}) > 0`)
      .orderBy('cases.registered_on', 'desc')
      .orderBy('cases.id', 'desc'),
  );
  return found.map(row => ({ ...row, status: row.status as Status }));
}
