import { HOUSEHOLDS } from '../households/household-referent.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { NEED_TITLE, type NeedRow, needSheet } from './need.ts';
import { closingProblems, orderProblems, visitProblems } from './rules.ts';
import { VISITS, visitMade } from './store.ts';

export const needRecord: SimpleRecord<NeedRow> = {
  noun: 'need',
  table: 'need',
  title: NEED_TITLE,
  sheet: needSheet,
  immutable: ['household_code', 'raised_on'],
  eventDay: 'raised_on',
  references: {
    household_code: { column: 'household_id', referent: HOUSEHOLDS },
    visit: { column: 'visit_id', referent: VISITS, optional: true },
  },
  rules: ({ row, references, db }) => {
    const { visit, raised_on, due_on, result, feedback_on } = row;
    const made = references.visit && visitMade(db, references.visit.id);
    return [
      ...closingProblems(result, feedback_on),
      ...orderProblems(raised_on, due_on, feedback_on),
      ...visitProblems(visit, references.household_code?.id, raised_on, made),
    ];
  },
};
