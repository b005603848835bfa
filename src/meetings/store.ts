import type { Selectable } from 'kysely';
import { groups } from '../guidance/store.ts';
import { covers, type Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { count, insertInto, row, rows, run, selectFrom, value } from '../ledger/query.ts';
import type { ActionItemTable, MeetingReportTable, MeetingTable } from '../ledger/schema/meetings.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadUnits } from '../units/store.ts';
import type { Led } from './leading-rules.ts';
import { ITEM_TITLE, MEETING_TITLE } from './meeting.ts';

/** A meeting as the commands around it need it. */
export type Meeting = Pick<Selectable<MeetingTable>, 'id' | 'code' | 'kind' | 'unit_id' | 'held_on' | 'withdrawn_on'>;

const meetings = selectFrom('meeting').select(['id', 'code', 'kind', 'unit_id', 'held_on', 'withdrawn_on']);

/** All meetings that were held: withdrawn ones were not. */
export function allMeetings(db: Db): Meeting[] {
  return rows(db, meetings.where('withdrawn_on', 'is', null).orderBy('held_on').orderBy('code'));
}

/** The same with who led them. */
export function ledMeetings(db: Db): Led[] {
  const { codeOf } = loadUnits(db);
  const led = meetings.select(['chair', 'linked_leader']).where('withdrawn_on', 'is', null).orderBy('code');
  return rows(db, led).map(meeting => ({ ...meeting, unit_code: codeOf(meeting.unit_id) }));
}

export function meetingCoded(db: Db, code: string): Meeting {
  return row(db, meetings.where('code', '=', code)) ?? notFound(MEETING_TITLE, code);
}

/** The reports and items that were entered under a meeting, in words. */
export function enteredAt(db: Db, meetingId: number): Text | undefined {
  const reports = count(db, selectFrom('meeting_report').where('meeting_id', '=', meetingId));
  const items = count(db, selectFrom('action_item').where('meeting_id', '=', meetingId));
  if (reports + items === 0) return undefined;
  const parts = [
    ...(reports > 0 ? [{ zh: `${reports} 份汇报`, en: counted(reports, 'report') }] : []),
    ...(items > 0 ? [{ zh: `${items} 个事项`, en: counted(items, 'action item') }] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(' and ') };
}

/** What the head of a guidance group reported at a quarterly meeting. */
export type GroupReport = Pick<Selectable<MeetingReportTable>, 'meeting_id' | 'group_code' | 'summary'>;

export function groupReports(db: Db): GroupReport[] {
  const reports = selectFrom('meeting_report').select(['meeting_id', 'group_code', 'summary']);
  return rows(db, reports.orderBy('group_code').orderBy('id'));
}

export function addReport(db: Db, report: GroupReport): void {
  run(db, insertInto('meeting_report').values(report));
}

/** The guidance groups in force on a day, by code. */
export function groupsOn(db: Db, day: Day): string[] {
  return groups(db)
    .filter(group => covers(group, day))
    .map(group => group.code);
}

/** Something that a meeting decided should be done. */
export type ActionItem = Omit<Selectable<ActionItemTable>, 'meeting_id' | 'serial' | 'import_id'> & {
  readonly meeting: string;
} & Pick<Meeting, 'unit_id' | 'held_on' | 'withdrawn_on'>;

const items = selectFrom('action_item as a')
  .innerJoin('meeting as m', 'm.id', 'a.meeting_id')
  .select(['a.id', 'a.code', 'm.code as meeting', 'm.unit_id', 'm.held_on', 'm.withdrawn_on'])
  .select(['a.text', 'a.owner', 'a.due_on', 'a.done_on', 'a.result'])
  .orderBy('a.due_on')
  .orderBy('m.code')
  .orderBy('a.serial');

/** Items of all meetings, the first due first, without those of withdrawn meetings. */
export function actionItems(db: Db): ActionItem[] {
  return rows(db, items.where('m.withdrawn_on', 'is', null));
}

/** The items of one meeting, also of one that is withdrawn. */
export function itemsAt(db: Db, meeting: string): ActionItem[] {
  return rows(db, items.where('m.code', '=', meeting));
}

export function itemCoded(db: Db, code: string): ActionItem {
  return row(db, items.where('a.code', '=', code)) ?? notFound(ITEM_TITLE, code);
}

/** Adds an item under the meeting's next number; returns its code. */
export function addItem(db: Db, meeting: Meeting, item: Pick<ActionItem, 'text' | 'owner' | 'due_on'>): string {
  const numbered = selectFrom('action_item').where('meeting_id', '=', meeting.id);
  const serial =
    (value(
      db,
      numbered.select(({ fn }) => fn.max<number | null>('serial').as('last')),
    ) ?? 0) + 1;
  const code = `${meeting.code}-${serial}`;
  run(db, insertInto('action_item').values({ ...item, meeting_id: meeting.id, serial, code, result: '' }));
  return code;
}
