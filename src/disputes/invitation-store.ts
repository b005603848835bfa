import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Answer } from './invitations.ts';

/** The invitations of experts to a dispute and what they answered, oldest first. */
export function invitationsOf(db: Db, caseId: number) {
  return rows(
    db,
    selectFrom('invitation')
      .innerJoin('expert', 'expert.id', 'invitation.expert_id')
      .select(['invitation.id', 'expert_id', 'expert.code as expert_code', 'expert.name as expert', 'unit_id'])
      .select(['invited_on', 'note', 'consented', 'answer', 'answered_on', 'reply'])
      .where('case_id', '=', caseId)
      .orderBy('invitation.id'),
  );
}

/** The invitations to a dispute and the answers, in the order in which they were entered. */
export function invitationEvents(db: Db, caseId: number) {
  const found = rows(
    db,
    selectFrom('event')
      .innerJoin('invitation', 'invitation.id', 'event.record_id')
      .innerJoin('expert', 'expert.id', 'invitation.expert_id')
      .select(['event.at', 'event.operator', 'event.on_day', 'event.new_value', 'event.reason'])
      .select(['expert.code as expert_code', 'invitation.unit_id'])
      .where('event.noun', '=', 'invitation')
      .where('invitation.case_id', '=', caseId)
      .orderBy('event.id'),
  );
  return found.map(({ new_value, ...event }) => ({ ...event, answer: new_value as Answer }));
}
