import type { Whole } from '../intake/sheet.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable } from '../register/simple-store.ts';
import { NEED_TITLE, type NeedRow, needSheet } from './need.ts';
import { closingProblems, orderProblems, visitProblems } from './rules.ts';
import { VISITS, visitMade } from './store.ts';

export const needRecord: SimpleRecord<NeedRow> = {
  noun: 'need',
  table: 'need',
  title: NEED_TITLE,
  sheet: needSheet,
  key: ['code'],
  immutable: ['household_code', 'raised_on'],
  personal: ['owner'],
  eventDay: 'raised_on',
  references: {
    household_code: { column: 'household_id', referent: codedTable('household') },
    visit: { column: 'visit_id', referent: VISITS, optional: true },
  },
  rules: (row, { household_code: household, visit }, _on, db) => {
    const { raised_on, due_on, result, feedback_on } = row as Whole<NeedRow>;
    const made = visit && visitMade(db, visit.id);
    return [
      ...closingProblems(result, feedback_on ?? null),
      ...orderProblems(raised_on, due_on ?? null, feedback_on ?? null),
      ...visitProblems(row.visit ?? '', household?.id, raised_on, made),
    ];
  },
};
