import { sql } from 'kysely';
import { nextDue } from '../cases/list-store.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Status } from './transitions.ts';

interface Wanted {
  readonly statuses: readonly Status[];
  /** Looked for in title, facts and place. */
  readonly text: string | undefined;
}

/** Disputes in some statuses, the latest registered first. */
export function disputeList(db: Db, { statuses, text = '' }: Wanted) {
  const found = rows(
    db,
    selectFrom('cases')
      .innerJoin('dispute', 'dispute.id', 'cases.id')
      .leftJoin('offer', join => join.onRef('offer.case_id', '=', 'cases.id').on('offer.ending', '=', ''))
      .select(['cases.id', 'cases.number', 'dispute.title', 'cases.status', 'dispute.grade', 'dispute.category_id'])
      .select(['cases.holder_id', 'offer.to_unit as offered_id', 'cases.registered_on', nextDue.as('due_on')])
      .where('cases.kind', '=', 'dispute')
      .where('cases.status', 'in', statuses)
      .where(sql<boolean>`instr(title || char(10) || facts || char(10) || place, ${text}) > 0`)
      .orderBy('cases.registered_on', 'desc')
      .orderBy('cases.id', 'desc'),
  );
  return found.map(row => ({ ...row, status: row.status as Status }));
}
