import { type AreaRecords, ownColumns, type RecordKind, simpleKind } from '../register/kind.ts';
import { meetingChecks } from './checks.ts';
import { ITEM_TITLE } from './meeting.ts';
import { meetingRecord } from './meeting-record.ts';

const actionItem: RecordKind = {
  noun: 'action-item',
  title: ITEM_TITLE,
  table: 'action_item',
  current: ownColumns('text', 'owner', 'due_on', 'done_on', 'result'),
};

export const meetingRecords: AreaRecords = {
  kinds: [simpleKind(meetingRecord), actionItem],
  checks: meetingChecks,
  codeReferences: [{ table: 'meeting_report', code: 'group_code', nouns: ['guidance'] }],
};
