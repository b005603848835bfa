import { allCategories } from '../disputes/store.ts';
import { type AreaRecords, ownColumns, type RecordKind, simpleKind } from '../register/kind.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable } from '../register/simple-record.ts';
import { expertChecks } from './checks.ts';
import { EXPERT_TITLE, type ExpertRow, expertSheet } from './expert.ts';
import { unknownSpecialties } from './rules.ts';

export const expertRecord: SimpleRecord<ExpertRow> = {
  noun: 'expert',
  table: 'expert',
  title: EXPERT_TITLE,
  sheet: expertSheet,
  numbering: { start: () => 'ZJ', digits: 3, by: ['name'] },
  immutable: [],
  references: {
    department_code: { column: 'department_id', referent: codedTable('department'), optional: true },
  },
  rules: ({ row, db }) => unknownSpecialties(row, allCategories(db)),
};

const invitation: RecordKind = {
  noun: 'invitation',
  title: { zh: '专家邀请', en: 'invitations of experts' },
  table: 'invitation',
  current: ownColumns('answer'),
};

export const expertRecords: AreaRecords = { kinds: [simpleKind(expertRecord), invitation], checks: expertChecks };
