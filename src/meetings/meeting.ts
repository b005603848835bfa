import {
  codeField,
  dayField,
  digitsField,
  type Field,
  listField,
  nameField,
  optionalText,
  trimmed,
} from '../intake/field.ts';
import { problem, type Sheet } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Noun } from '../kernel/text.ts';
import { UNITS } from '../register/reference.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import type { Level } from '../units/level.ts';
import { holderProblem, KINDS, type MeetingKind } from './rules.ts';

/** A row of a meetings file. */
export interface MeetingRow {
  readonly code: string;
  readonly kind: MeetingKind;
  readonly unit_code: string;
  readonly held_on: Day;
  readonly chair: string;
  /** The division-level leader who is linked to the township (包联处级领导). */
  readonly linked_leader?: string | undefined;
  readonly summary?: string | undefined;
}

export const MEETING_TITLE: Noun = { zh: '调度会', en: 'meetings', one: 'meeting', list: 'meeting list' };

const leader = nameField(['linked_leader', '包联领导', 'linked leader'], '郭海山');
const optionalLeader: Field<string> = {
  ...leader,
  optional: true,
  read: text => (trimmed(text) === '' ? '' : leader.read(text)),
};

const meetingSheet: Sheet<MeetingRow> = {
  code: codeField(['code', '会议编号', 'meeting code'], '150722100-2023-05-1'),
  kind: listField(['kind', '会议种类', 'kind'], KINDS, 'half_month', {
    半月: 'half_month',
    每半月: 'half_month',
    月: 'month',
    每月: 'month',
    每月调度: 'month',
    季度: 'quarter',
    每季度: 'quarter',
  }),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9], '150722100'),
  held_on: dayField(['held_on', '会议日期', 'held on'], '2023-05-12'),
  chair: nameField(['chair', '主持人', 'chair'], '孟志强'),
  linked_leader: optionalLeader,
  summary: optionalText(['summary', '会议内容', 'summary'], '调度五月上半月矛盾纠纷排查化解'),
};

export const meetingRecord: SimpleRecord<MeetingRow> = {
  noun: 'meeting',
  table: 'meeting',
  title: MEETING_TITLE,
  sheet: meetingSheet,
  immutable: ['kind', 'unit_code', 'held_on'],
  personal: ['chair', 'linked_leader'],
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  eventDay: 'held_on',
  rules: (row, { unit_code: unit }) => {
    const wrong = unit?.level ? holderProblem(row.kind, unit.level as Level) : undefined;
    return wrong ? [problem('unit_code', row.unit_code, wrong)] : [];
  },
};
