import { codeField, digitsField, nameField, optionalField, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type AreaRecords, simpleKind } from '../register/kind.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable, UNITS } from '../register/simple-record.ts';
import { guidanceChecks } from './checks.ts';
import { guidanceProblemRecord } from './problem-record.ts';
import { levelProblems, twiceProblems } from './rules.ts';
import { guidanceVisitRecord } from './visit-record.ts';

const groupSheet = {
  code: codeField(['code', '指导组编号', 'group code'], 'ZD01'),
  name: textField(['name', '名称', 'name'], '尼尔基镇调研指导组'),
  head: nameField(['head', '组长', 'head'], '敖玉兰'),
  linked_leader: optionalField(nameField(['linked_leader', '包联领导', 'linked leader'], '郭志强'), ''),
  ...spanFields,
};

export type GroupRow = RowOf<typeof groupSheet>;

/** A guidance group (调研指导组): leading cadres who guide the visits of some townships or communities (S-22). */
export const groupRecord: SimpleRecord<GroupRow> = {
  noun: 'guidance',
  table: 'guidance',
  title: { zh: '指导组', en: 'guidance groups', one: 'guidance group', list: 'guidance list' },
  sheet: groupSheet,
  numbering: { start: () => 'ZD', by: ['name'] },
  immutable: [],
};

const groupUnitSheet = {
  code: codeField(['code', '编号', 'code'], 'ZD01-01'),
  group_code: codeField(['group_code', '指导组编号', 'group code'], 'ZD01'),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9, 12], '150722100'),
  ...spanFields,
};

export type GroupUnitRow = RowOf<typeof groupUnitSheet>;

/**
 * A unit that a guidance group guides. A township stands for all its villages and communities except those that are entered
 * themselves; the groups are a grouping of units, not a level of the tree (S-24). A unit moves to another group by closing
 * the old entry and adding a new one.
 */
export const groupUnitRecord: SimpleRecord<GroupUnitRow> = {
  noun: 'guidance-unit',
  table: 'guidance_unit',
  title: { zh: '指导范围', en: 'guidance entries', one: 'guidance entry', list: 'guidance-unit list' },
  sheet: groupUnitSheet,
  numbering: { start: ({ group_code }) => `${group_code}-`, by: ['unit_code', 'from_on'] },
  immutable: ['group_code', 'unit_code'],
  references: {
    group_code: { column: 'group_id', referent: codedTable('guidance') },
    unit_code: { column: 'unit_id', referent: UNITS },
  },
  rules: ({ row, references, othersNaming }) => [
    ...levelProblems(row.unit_code, references.unit_code?.level),
    ...twiceProblems(row, othersNaming('unit_code')),
  ],
};

export const guidanceRecords: AreaRecords = {
  kinds: [
    simpleKind(groupRecord),
    simpleKind(groupUnitRecord),
    simpleKind(guidanceVisitRecord),
    simpleKind(guidanceProblemRecord),
  ],
  checks: guidanceChecks,
};
