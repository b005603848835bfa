import {
  codeField,
  dayField,
  digitsField,
  listField,
  nameField,
  optionalField,
  optionalText,
} from '../intake/field.ts';
import { problem, type RowOf } from '../intake/sheet.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-record.ts';
import { hasSite } from '../sites/store.ts';
import type { Level } from '../units/level.ts';
import { ledAsRuled, namedInOffice, unknownCodes } from './holders-store.ts';
import { KINDS, MEETING_TITLE } from './meeting.ts';
import { holderProblem, leadingGroupProblem } from './rules.ts';

const sheet = {
  code: codeField(['code', '会议编号', 'meeting code'], '150722100-2023-05-1'),
  kind: listField(['kind', '会议种类', 'kind'], KINDS, 'half_month', {
    半月: 'half_month',
    每半月: 'half_month',
    月: 'month',
    每月: 'month',
    每月调度: 'month',
    季度: 'quarter',
    每季度: 'quarter',
    领导小组: 'leading_group',
  }),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9], '150722100'),
  held_on: dayField(['held_on', '会议日期', 'held on'], '2023-05-12'),
  chair: nameField(['chair', '主持人', 'chair'], '孟志强'),
  /** The division-level leader who is linked to the township (包联处级领导). */
  linked_leader: optionalField(nameField(['linked_leader', '包联领导', 'linked leader'], '郭海山'), ''),
  /** Everybody else who took part, as the minutes name them. */
  attendees: { ...optionalText(['attendees', '参会人员', 'attendees'], '敖玉兰、杜海山'), kind: 'name' as const },
  summary: optionalText(['summary', '会议内容', 'summary'], '调度五月上半月矛盾纠纷排查化解'),
};

export type MeetingRow = RowOf<typeof sheet>;

export const meetingRecord: SimpleRecord<MeetingRow> = {
  noun: 'meeting',
  table: 'meeting',
  title: MEETING_TITLE,
  sheet,
  numbering: {
    start: ({ unit_code, held_on }) => `${unit_code}-${held_on.slice(0, 7)}-`,
    digits: 1,
    by: ['kind', 'held_on'],
  },
  immutable: ['kind', 'unit_code', 'held_on'],
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  eventDay: 'held_on',
  rules: ({ row, references: { unit_code: unit }, db }) => {
    const { kind, held_on } = row;
    const wrong = unit?.level
      ? (holderProblem(kind, unit.level as Level) ??
        leadingGroupProblem(kind, hasSite(db, unit.id, 'leading_group', held_on)))
      : undefined;
    return wrong ? [problem('unit_code', row.unit_code, wrong)] : unknownCodes(db, row);
  },
  // Old meetings are imported as they were led: who led them wrongly is found by `check`.
  spelling: namedInOffice,
  entryRule: { columns: ['chair', 'linked_leader'], load: ledAsRuled },
};
