import type { Answer } from '../disputes/invitations.ts';
import { IN_STOCK } from '../disputes/transitions.ts';
import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { EXPERT_TITLE } from './expert.ts';
import type { Candidate } from './suggestion.ts';

/** An invitation that binds the expert: not declined, to a dispute that is still to be settled. */
const OPEN = `i.answer <> 'declined' and m.status in (${[...IN_STOCK].map(status => `'${status}'`).join(', ')})`;

interface Expert extends Candidate {
  readonly id: number;
}

/** All experts with what a suggestion looks at, in order of their codes. */
export function expertRows(db: Db): Expert[] {
  return db
    .prepare(
      `select e.id, e.code, e.name, coalesce(d.name, '') as department, e.specialties, e.engagement, e.phone, e.from_on,
         e.to_on, (select count(*) from invitation i join cases m on m.id = i.case_id
                   where i.expert_id = e.id and ${OPEN}) as open
       from expert e left join department d on d.id = e.department_id order by e.code`,
    )
    .all() as Expert[];
}

export function expertCoded(db: Db, code: string): Expert {
  return expertRows(db).find(one => one.code === code) ?? notFound(EXPERT_TITLE, code);
}

/** The invitations that keep an expert from leaving on a day. */
export function openInvitations(db: Db, id: number, on: Day): (Text & { hint: Text }) | undefined {
  const open = db
    .prepare(
      `select count(*) from invitation i join cases m on m.id = i.case_id
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
export function invitationsTo(db: Db, expertId: number) {
  return db
    .prepare(
      `select m.number, d.title, i.invited_on, i.answer, i.answered_on from invitation i
       join cases m on m.id = i.case_id join dispute d on d.id = m.id where i.expert_id = ? order by i.id desc`,
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
  readonly caseId: number;
  readonly expertId: number;
  readonly unitId: number;
  readonly note: string;
}

/** Keeps an invitation; its first event stands in the dispute's history. */
export function keepInvitation(db: Db, { caseId, expertId, unitId, note }: NewInvitation, stamp: Stamp): void {
  const { lastInsertRowid } = db
    .prepare(
      `insert into invitation (case_id, expert_id, unit_id, invited_on, note, answer, reply)
       values (?, ?, ?, ?, ?, '', '')`,
    )
    .run(caseId, expertId, unitId, stamp.on, note);
  recordChanges(db, 'invitation', Number(lastInsertRowid), [{ field: 'answer', old: null, new: '' }], stamp);
}

/** Keeps the answer to an invitation. */
export function keepAnswer(
  db: Db,
  { id, answer: old }: { readonly id: number; readonly answer: Answer },
  { answer, reply }: { readonly answer: Answer; readonly reply: string },
  stamp: Stamp,
): void {
  db.prepare('update invitation set answer = ?, answered_on = ?, reply = ? where id = ?').run(
    answer,
    stamp.on,
    reply,
    id,
  );
  recordChanges(db, 'invitation', id, [{ field: 'answer', old, new: answer }], stamp);
}
