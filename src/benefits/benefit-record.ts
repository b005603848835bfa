import { HOUSEHOLDS } from '../households/household-referent.ts';
import { absentProblems } from '../households/term-rules.ts';
import { termsOf } from '../households/term-store.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { BENEFIT_TITLE, type BenefitRow, benefitSheet } from './benefit.ts';
import { amountProblems } from './rules.ts';
import { AMOUNT } from './store.ts';

export const benefitRecord: SimpleRecord<BenefitRow> = {
  noun: 'benefit',
  table: 'benefit',
  title: BENEFIT_TITLE,
  sheet: benefitSheet,
  numbering: {
    start: ({ household_code }) => `${household_code.slice(0, 12)}-H`,
    digits: 1,
    by: ['programme', 'household_code', 'given_on', 'kind'],
  },
  immutable: ['household_code', 'given_on'],
  eventDay: 'given_on',
  references: { household_code: { column: 'household_id', referent: HOUSEHOLDS } },
  storedAs: { amount: AMOUNT },
  rules: ({ row, references: { household_code: household }, db }) => [
    ...(household ? absentProblems(row.household_code, termsOf(db, household.id), row.given_on) : []),
    ...amountProblems(row.kind, row.amount),
  ],
};
