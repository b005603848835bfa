import { allCategories } from '../disputes/codes-store.ts';
import type { PlainRecord } from '../register/plain-record.ts';
import { codedTable } from '../register/plain-store.ts';
import { EXPERT_TITLE, type ExpertRow, expertSheet } from './expert.ts';
import { unknownSpecialties } from './rules.ts';

export const expertRecord: PlainRecord<ExpertRow> = {
  noun: 'expert',
  table: 'expert',
  title: EXPERT_TITLE,
  sheet: expertSheet,
  key: ['code'],
  fixed: [],
  personal: ['name', 'phone'],
  references: {
    department_code: { column: 'department_id', referent: codedTable('department'), optional: true },
  },
  rules: (row, _found, _on, handle) => unknownSpecialties(row, allCategories(handle)),
};
