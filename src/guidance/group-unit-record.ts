import { codeField, digitsField, spanFields } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import { codedTable, UNITS } from '../register/reference.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { levelProblems, twiceProblems } from './rules.ts';

const GROUP_UNIT_TITLE: Noun = {
  zh: '指导范围',
  en: 'guidance entries',
  one: 'guidance entry',
  list: 'guidance-unit list',
};

const groupUnitSheet = {
  code: codeField(['code', '编号', 'code'], 'ZD01-01'),
  group_code: codeField(['group_code', '指导组编号', 'group code'], 'ZD01'),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9, 12], '150722100'),
  ...spanFields,
};

/**
 * A unit that a guidance group guides. A township stands for all its villages and communities except those that are entered
 * themselves; the groups are a grouping of units, not a level of the tree (S-24).
 */
export type GroupUnitRow = RowOf<typeof groupUnitSheet>;

/** A unit moves to another group by closing the old entry and adding a new one. */
export const groupUnitRecord: SimpleRecord<GroupUnitRow> = {
  noun: 'guidance-unit',
  table: 'guidance_unit',
  title: GROUP_UNIT_TITLE,
  sheet: groupUnitSheet,
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
