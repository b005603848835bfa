import { codeField, digitsField, spanFields } from '../intake/field.ts';
import type { RowOf, Whole } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable, UNITS } from '../register/simple-store.ts';
import { levelProblems, twiceProblems } from './rules.ts';

const SCOPE_TITLE: Noun = {
  zh: '指导范围',
  en: 'guidance entries',
  one: 'guidance entry',
  list: 'guidance-unit list',
};

const scopeSheet = {
  code: codeField(['code', '编号', 'code'], 'ZD01-01'),
  group_code: codeField(['group_code', '指导组编号', 'group code'], 'ZD01'),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9, 12], '150722100'),
  ...spanFields,
};

/**
 * A unit in a guidance group's care. A township stands for all its villages and communities but those that are named
 * themselves; the groups are a grouping of units and no level of the tree (S-24).
 */
export type ScopeRow = RowOf<typeof scopeSheet>;

/** A unit moves to another group by closing the old entry and adding a new one. */
export const scopeRecord: SimpleRecord<ScopeRow> = {
  noun: 'guidance-unit',
  table: 'guidance_unit',
  title: SCOPE_TITLE,
  sheet: scopeSheet,
  key: ['code'],
  immutable: ['group_code', 'unit_code'],
  references: {
    group_code: { column: 'group_id', referent: codedTable('guidance') },
    unit_code: { column: 'unit_id', referent: UNITS },
  },
  rules: (row, { unit_code: unit }, _on, _handle, others) => [
    ...levelProblems(row.unit_code, unit?.level),
    ...twiceProblems(row as Whole<ScopeRow>, others() as readonly Whole<ScopeRow>[]),
  ],
};
