import type { Word } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { invitationEvents, invitationsOf } from './invitation-store.ts';
import { ANSWERS, type Answer } from './invitations.ts';

/** The experts invited to a dispute (S-09). */
export function invitationTable(db: Db, id: number, tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'invitations',
    title: { zh: '邀请专家', en: 'Experts invited' },
    columns: [
      column('expert_code', '专家编号', 'Expert', 'code'),
      column('expert', '姓名', 'Name', 'name'),
      column('unit', '邀请单位', 'Invited by', 'label'),
      column('invited_on', '邀请日期', 'Invited', 'day'),
      column('note', '邀请事由', 'What for'),
      column('consented', '当事人同意', 'Parties consent', 'flag'),
      column('answer', '答复', 'Answer', 'word'),
      column('answered_on', '答复日期', 'Answered', 'day'),
      column('reply', '答复说明', 'Reply'),
    ],
    rows: invitationsOf(db, id).map(row => ({
      ...row,
      unit: tree.units.get(row.unit_id)?.name,
      answer: ANSWERS[row.answer],
    })),
  };
}

const EVENTS: Readonly<Record<Answer, Word>> = {
  '': { zh: '邀请', en: 'invite', code: 'invite' },
  accepted: { zh: '应邀', en: 'expert accepts', code: 'invitation-accepted' },
  declined: { zh: '谢绝', en: 'expert declines', code: 'invitation-declined' },
};

/** Invitations and answers as rows of a dispute’s history. */
export function invitationHistory(
  db: Db,
  id: number,
  tree: UnitTree,
): (Row & { readonly at: string; readonly move: Word })[] {
  return invitationEvents(db, id).map(({ answer, expert_code, unit_id, ...stamp }) => ({
    ...stamp,
    move: EVENTS[answer],
    unit: answer === '' ? tree.units.get(unit_id)?.name : null,
    says: { zh: `专家 ${expert_code}`, en: `expert: ${expert_code}` },
  }));
}
