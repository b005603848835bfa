import { groups } from '../guidance/store.ts';
import { covers, type Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { type Act, type Change, recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
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

export function allMeetings(handle: Sqlite): Meeting[] {
  return handle
    .prepare('select id, code, kind, unit_id, held_on from meeting order by held_on, code')
    .all() as Meeting[];
}

export function meetingCoded(handle: Sqlite, code: string): Meeting {
  return (
    (handle.prepare('select id, code, kind, unit_id, held_on from meeting where code = ?').get(code) as
      | Meeting
      | undefined) ?? notFound(MEETING_TITLE, code)
  );
}

/** What a group's head reported at a quarterly meeting. */
export interface GroupReport {
  readonly meeting_id: number;
  readonly group_code: string;
  readonly summary: string;
}

export function groupReports(handle: Sqlite): GroupReport[] {
  return handle
    .prepare('select meeting_id, group_code, summary from meeting_report order by group_code, id')
    .all() as GroupReport[];
}

export function addReport(handle: Sqlite, { meeting_id, group_code, summary }: GroupReport): void {
  handle
    .prepare('insert into meeting_report (meeting_id, group_code, summary) values (?, ?, ?)')
    .run(meeting_id, group_code, summary);
}

/** The guidance groups in force on a day, by code. */
export function groupsOn(handle: Sqlite, day: Day): string[] {
  return groups(handle)
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

/** All items, the first due first. */
export function actionItems(handle: Sqlite): ActionItem[] {
  return handle
    .prepare(
      `select a.id, a.code, m.code as meeting, m.unit_id, m.held_on, a.text, a.owner, a.due_on, a.done_on, a.result
       from action_item a join meeting m on m.id = a.meeting_id order by a.due_on, m.code, a.serial`,
    )
    .all() as ActionItem[];
}

export function itemCoded(handle: Sqlite, code: string): ActionItem {
  return (
    actionItems(handle).find(item => item.code === code) ??
    notFound({ zh: '事项', en: 'action items', one: 'action item', list: 'meeting item list' }, code)
  );
}

/** Adds an item under the meeting's next number; returns its code. */
export function addItem(
  handle: Sqlite,
  meeting: Meeting,
  { text, owner, due_on }: Pick<ActionItem, 'text' | 'owner' | 'due_on'>,
): string {
  const serial = handle
    .prepare('select coalesce(max(serial), 0) + 1 from action_item where meeting_id = ?')
    .pluck()
    .get(meeting.id) as number;
  const code = `${meeting.code}-${serial}`;
  handle
    .prepare(
      `insert into action_item (meeting_id, serial, code, text, owner, due_on, result) values (?, ?, ?, ?, ?, ?, '')`,
    )
    .run(meeting.id, serial, code, text, owner, due_on);
  return code;
}

/** Writes other values of an item; the old ones stay in the history. */
export function changeItem(handle: Sqlite, id: number, changes: readonly Change[], act: Act): void {
  const columns = changes.map(({ field }) => `${field} = ?`);
  handle
    .prepare(`update action_item set ${columns.join(', ')} where id = ?`)
    .run(...changes.map(change => change.new), id);
  recordChanges(handle, 'action-item', id, changes, act);
}
