import type { Selectable } from 'kysely';
import type { Status } from '../disputes/transitions.ts';
import { notFound } from '../kernel/failure.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { insertInto, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { InvitationTable } from '../ledger/schema/experts.ts';
import type { Db } from '../ledger/sqlite.ts';
import { EXPERT_TITLE } from './expert.ts';
import { bindsExpert } from './rules.ts';
import type { Candidate } from './suggestion.ts';

interface Expert extends Candidate {
  readonly id: number;
}

const experts = selectFrom('expert as e')
  .leftJoin('department as d', 'd.id', 'e.department_id')
  .select(['e.id', 'e.code', 'e.name', 'd.name as department', 'e.specialties', 'e.engagement', 'e.phone'])
  .select(['e.from_on', 'e.to_on'])
  .orderBy('e.code');

const invitations = selectFrom('invitation as i')
  .innerJoin('cases as c', 'c.id', 'i.case_id')
  .innerJoin('dispute as d', 'd.id', 'c.id')
  .select(['i.expert_id', 'c.number', 'd.title', 'i.invited_on', 'i.answer', 'i.answered_on'])
  .select(({ ref }) => ref('c.status').$castTo<Status>().as('status'))
  .orderBy('i.id', 'desc');

/** All experts with what a suggestion looks at, in order of their codes. */
export function expertRows(db: Db): Expert[] {
  const binding = rows(db, invitations).filter(bindsExpert);
  return rows(db, experts).map(expert => ({
    ...expert,
    open: binding.filter(({ expert_id }) => expert_id === expert.id).length,
  }));
}

export function expertCoded(db: Db, code: string): Expert {
  return expertRows(db).find(expert => expert.code === code) ?? notFound(EXPERT_TITLE, code);
}

/** The disputes to which an expert was invited, the latest first. */
export function invitationsTo(db: Db, expertId: number) {
  return rows(db, invitations.where('i.expert_id', '=', expertId));
}

type Invitation = Selectable<InvitationTable>;
type NewInvitation = Pick<Invitation, 'case_id' | 'expert_id' | 'unit_id' | 'note' | 'consented'>;

/** Adds an invitation; its first event is part of the dispute's history. */
export function addInvitation(db: Db, invitation: NewInvitation, stamp: Stamp): void {
  const { id } = run(
    db,
    insertInto('invitation').values({ ...invitation, invited_on: stamp.on, answer: '', reply: '' }),
  );
  recordChanges(db, 'invitation', id, [{ field: 'answer', old: null, new: '' }], stamp);
}

export function saveAnswer(
  db: Db,
  { id, answer: old }: Pick<Invitation, 'id' | 'answer'>,
  { answer, reply }: Pick<Invitation, 'answer' | 'reply'>,
  stamp: Stamp,
): void {
  run(db, updateTable('invitation').set({ answer, answered_on: stamp.on, reply }).where('id', '=', id));
  recordChanges(db, 'invitation', id, [{ field: 'answer', old, new: answer }], stamp);
}
