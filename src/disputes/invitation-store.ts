import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Answer } from './invitations.ts';

/** An expert’s invitation to a dispute, and what they answered. */
export interface InvitationRow {
  readonly id: number;
  readonly expert_id: number;
  readonly expert_code: string;
  readonly expert: string;
  readonly unit_id: number;
  readonly invited_on: Day;
  readonly note: string;
  readonly answer: Answer;
  readonly answered_on: Day | null;
  readonly reply: string;
}

/** The invitations to a dispute, oldest first. */
export function invitationsOf(db: Db, caseId: number): InvitationRow[] {
  return db
    .prepare(
      `select i.id, i.expert_id, e.code as expert_code, e.name as expert, i.unit_id, i.invited_on, i.note, i.answer,
         i.answered_on, i.reply from invitation i join expert e on e.id = i.expert_id where i.case_id = ? order by i.id`,
    )
    .all(caseId) as InvitationRow[];
}

/** An invitation or an answer as the history keeps it. */
export interface InvitationAct {
  readonly at: string;
  readonly operator: string;
  readonly on_day: Day;
  readonly answer: Answer;
  readonly expert_code: string;
  readonly unit_id: number;
  readonly reason: string | null;
}

/** The invitations to a dispute and the answers, in the order in which they were entered. */
export function invitationActs(db: Db, caseId: number): InvitationAct[] {
  return db
    .prepare(
      `select v.at, v.operator, v.on_day, v.new_value as answer, v.reason, e.code as expert_code, i.unit_id
       from event v join invitation i on i.id = v.record_id join expert e on e.id = i.expert_id
       where v.noun = 'invitation' and i.case_id = ? order by v.id`,
    )
    .all(caseId) as InvitationAct[];
}
