import { HOUSEHOLDS } from '../households/household-referent.ts';
import { absentProblems } from '../households/term-rules.ts';
import { termsOf } from '../households/term-store.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable } from '../register/simple-record.ts';
import { coded, owned, unownedText } from './completing.ts';
import { NEED_TITLE, type NeedRow, needSheet } from './need.ts';
import { closingProblems, orderProblems, ownerProblems, satisfactionProblems, visitProblems } from './rules.ts';
import { DEPARTMENTS, VISITS, visitMade } from './store.ts';

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
    owner_code: {
      column: 'department_id',
      referent: DEPARTMENTS,
      others: [
        { column: 'cadre_id', referent: codedTable('cadre', false) },
        { column: 'agent_id', referent: codedTable('agent', false) },
      ],
      optional: true,
      unknown: {
        zh: '不是部门、干部或代办员的编号（tiaochu department list、tiaochu cadre list、tiaochu agent list 可查）',
        en: 'is not the code of a department, a cadre or an agent (see department list, cadre list, agent list)',
      },
    },
  },
  complete: ({ row, known, db }) => coded(owned(row, known), known, db),
  doubts: unownedText,
  rules: ({ row, references, db }) => {
    const { visit, raised_on, due_on, result, feedback_on, satisfaction } = row;
    const made = references.visit && visitMade(db, references.visit.id);
    const household = references.household_code;
    return [
      ...(household ? absentProblems(row.household_code, termsOf(db, household.id), raised_on) : []),
      ...closingProblems(result, feedback_on),
      ...satisfactionProblems(satisfaction, feedback_on),
      ...ownerProblems(row.owner, row.owner_code),
      ...orderProblems(raised_on, due_on, feedback_on),
      ...visitProblems(visit, references.household_code?.id, raised_on, made),
    ];
  },
};
