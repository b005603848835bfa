import { groups } from '../guidance/store.ts';
import { covers, type Day } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { withdrawnSince } from '../register/withdrawn.ts';
import { MEETING_TITLE } from './meeting.ts';
import type { MeetingKind } from './rules.ts';

/** A meeting as the commands around it need it. */
export interface Meeting {
  readonly id: number;
  readonly code: string;
  readonly kind: MeetingKind;
  readonly unit_id: number;
  readonly held_on: Day;
}

/** All meetings that were held: withdrawn ones were not. */
export function allMeetings(db: Db): Meeting[] {
  return db
    .prepare('select id, code, kind, unit_id, held_on from meeting where withdrawn_on is null order by held_on, code')
    .all() as Meeting[];
}

/** The meeting that something is entered under: one that is withdrawn takes nothing more. */
export function meetingCoded(db: Db, code: string): Meeting {
  const meeting = db
    .prepare('select id, code, kind, unit_id, held_on, withdrawn_on from meeting where code = ?')
    .get(code) as (Meeting & { readonly withdrawn_on: Day | null }) | undefined;
  if (!meeting) notFound(MEETING_TITLE, code);
  refuseWithdrawn(code, meeting.withdrawn_on);
  return meeting;
}

/** What was entered under a meeting, in words. */
export function enteredAt(db: Db, meetingId: number): Text | undefined {
  const [reports, items] = db
    .prepare(
      `select (select count(*) from meeting_report where meeting_id = @meetingId),
         (select count(*) from action_item where meeting_id = @meetingId)`,
    )
    .raw()
    .get({ meetingId }) as [number, number];
  if (reports + items === 0) return undefined;
  const parts = [
    ...(reports > 0 ? [{ zh: `${reports} 份汇报`, en: counted(reports, 'report') }] : []),
    ...(items > 0 ? [{ zh: `${items} 个事项`, en: counted(items, 'action item') }] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(' and ') };
}

/** What a group's head reported at a quarterly meeting. */
export interface GroupReport {
  readonly meeting_id: number;
  readonly group_code: string;
  readonly summary: string;
}

export function groupReports(db: Db): GroupReport[] {
  return db
    .prepare('select meeting_id, group_code, summary from meeting_report order by group_code, id')
    .all() as GroupReport[];
}

export function addReport(db: Db, { meeting_id, group_code, summary }: GroupReport): void {
  db.prepare('insert into meeting_report (meeting_id, group_code, summary) values (?, ?, ?)').run(
    meeting_id,
    group_code,
    summary,
  );
}

/** The guidance groups in force on a day, by code. */
export function groupsOn(db: Db, day: Day): string[] {
  return groups(db)
    .filter(group => covers(group, day))
    .map(group => group.code);
}

/** Something that a meeting decided should be done. */
export interface ActionItem {
  readonly id: number;
  readonly code: string;
  readonly meeting: string;
  readonly unit_id: number;
  readonly held_on: Day;
  readonly text: string;
  readonly owner: string;
  readonly due_on: Day;
  readonly done_on: Day | null;
  readonly result: string;
}

/** Items of all meetings, the first due first; those of withdrawn meetings went with them. */
export function actionItems(db: Db): ActionItem[] {
  return everyItem(db).filter(item => item.withdrawn_on === null);
}

/** The items of one meeting, also of one that is withdrawn. */
export function itemsAt(db: Db, meeting: string): ActionItem[] {
  return everyItem(db).filter(item => item.meeting === meeting);
}

function everyItem(db: Db) {
  return db
    .prepare(
      `select a.id, a.code, m.code as meeting, m.unit_id, m.held_on, a.text, a.owner, a.due_on, a.done_on, a.result,
         m.withdrawn_on
       from action_item a join meeting m on m.id = a.meeting_id order by a.due_on, m.code, a.serial`,
    )
    .all() as (ActionItem & { readonly withdrawn_on: Day | null })[];
}

/** The item with a code; one that went with its meeting takes nothing more. */
export function itemCoded(db: Db, code: string): ActionItem {
  const item =
    everyItem(db).find(one => one.code === code) ??
    notFound({ zh: '事项', en: 'action items', one: 'action item', list: 'meeting item list' }, code);
  refuseWithdrawn(item.meeting, item.withdrawn_on);
  return item;
}

function refuseWithdrawn(meeting: string, on: Day | null): void {
  if (on !== null) refuse({ zh: `${meeting} ${withdrawnSince(on).zh}`, en: `${meeting} ${withdrawnSince(on).en}` });
}

/** Adds an item under the meeting's next number; returns its code. */
export function addItem(
  db: Db,
  meeting: Meeting,
  { text, owner, due_on }: Pick<ActionItem, 'text' | 'owner' | 'due_on'>,
): string {
  const serial = db
    .prepare('select coalesce(max(serial), 0) + 1 from action_item where meeting_id = ?')
    .pluck()
    .get(meeting.id) as number;
  const code = `${meeting.code}-${serial}`;
  db.prepare(
    `insert into action_item (meeting_id, serial, code, text, owner, due_on, result) values (?, ?, ?, ?, ?, ?, '')`,
  ).run(meeting.id, serial, code, text, owner, due_on);
  return code;
}

/** Writes other values of an item; the old ones stay in the history. */
export function changeItem(db: Db, id: number, changes: readonly Change[], stamp: Stamp): void {
  const columns = changes.map(({ field }) => `${field} = ?`);
  db.prepare(`update action_item set ${columns.join(', ')} where id = ?`).run(...changes.map(change => change.new), id);
  recordChanges(db, 'action-item', id, changes, stamp);
}
