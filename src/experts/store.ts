import type { Answer } from '../disputes/invitations.ts';
import { IN_STOCK } from '../disputes/transitions.ts';
import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { type Act, recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { EXPERT_TITLE } from './expert.ts';
import type { Candidate } from './suggest.ts';

/** An invitation that binds the expert: not declined, to a dispute that is still to be settled. */
const OPEN = `i.answer <> 'declined' and m.status in (${[...IN_STOCK].map(status => `'${status}'`).join(', ')})`;

interface Expert extends Candidate {
  readonly id: number;
}

/** All experts with what a suggestion looks at, in order of their codes. */
export function expertRows(handle: Sqlite): Expert[] {
  return handle
    .prepare(
      `select e.id, e.code, e.name, coalesce(d.name, '') as department, e.specialties, e.engagement, e.phone, e.from_on,
         e.to_on, (select count(*) from invitation i join matter m on m.id = i.matter_id
                   where i.expert_id = e.id and ${OPEN}) as open
       from expert e left join department d on d.id = e.department_id order by e.code`,
    )
    .all() as Expert[];
}

export function expertCoded(handle: Sqlite, code: string): Expert {
  return expertRows(handle).find(one => one.code === code) ?? notFound(EXPERT_TITLE, code);
}

/** The invitations that keep an expert from leaving on a day. */
export function openInvitations(handle: Sqlite, id: number, on: Day): (Text & { hint: Text }) | undefined {
  const open = handle
    .prepare(
      `select count(*) from invitation i join matter m on m.id = i.matter_id
       where i.expert_id = ? and (i.invited_on >= ? or ${OPEN})`,
    )
    .pluck()
    .get(id, on) as number;
  if (open === 0) return undefined;
  return {
    zh: `这名专家还有 ${open} 件未了（或在 ${on} 及以后发出）的邀请`,
    en: `The expert has ${counted(open, 'invitation')}, open or made on or after ${on}`,
    hint: {
      zh: '先登记谢绝：tiaochu dispute answer（已应邀而不能再参加的也这样登记）；邀请以后才停用',
      en: 'Enter that they decline, also where they took part: tiaochu dispute answer; close after the last invitation',
    },
  };
}

/** The disputes to which an expert was invited, the latest first. */
export function invitationsTo(handle: Sqlite, expertId: number) {
  return handle
    .prepare(
      `select m.number, d.title, i.invited_on, i.answer, i.answered_on from invitation i
       join matter m on m.id = i.matter_id join dispute d on d.id = m.id where i.expert_id = ? order by i.id desc`,
    )
    .all(expertId) as {
    number: string;
    title: string;
    invited_on: Day;
    answer: Answer;
    answered_on: Day | null;
  }[];
}

interface NewInvitation {
  readonly matterId: number;
  readonly expertId: number;
  readonly unitId: number;
  readonly note: string;
}

/** Keeps an invitation; its first event stands in the dispute's history. */
export function keepInvitation(handle: Sqlite, { matterId, expertId, unitId, note }: NewInvitation, act: Act): void {
  const { lastInsertRowid } = handle
    .prepare(
      `insert into invitation (matter_id, expert_id, unit_id, invited_on, note, answer, reply)
       values (?, ?, ?, ?, ?, '', '')`,
    )
    .run(matterId, expertId, unitId, act.on, note);
  recordChanges(handle, 'invitation', Number(lastInsertRowid), [{ field: 'answer', old: null, new: '' }], act);
}

/** Keeps the answer to an invitation. */
export function keepAnswer(
  handle: Sqlite,
  { id, answer: old }: { readonly id: number; readonly answer: Answer },
  { answer, reply }: { readonly answer: Answer; readonly reply: string },
  act: Act,
): void {
  handle
    .prepare('update invitation set answer = ?, answered_on = ?, reply = ? where id = ?')
    .run(answer, act.on, reply, id);
  recordChanges(handle, 'invitation', id, [{ field: 'answer', old, new: answer }], act);
}
