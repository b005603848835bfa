import { allCategories } from '../disputes/store.ts';
import { codedTable } from '../register/reference.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { EXPERT_TITLE, type ExpertRow, expertSheet } from './expert.ts';
import { unknownSpecialties } from './rules.ts';

export const expertRecord: SimpleRecord<ExpertRow> = {
  noun: 'expert',
  table: 'expert',
  title: EXPERT_TITLE,
  sheet: expertSheet,
  immutable: [],
  personal: ['name', 'phone'],
  references: {
    department_code: { column: 'department_id', referent: codedTable('department'), optional: true },
  },
  rules: ({ row, db }) => unknownSpecialties(row, allCategories(db)),
};
