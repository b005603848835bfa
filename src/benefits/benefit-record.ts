import { HOUSEHOLDS } from '../households/household-referent.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { BENEFIT_TITLE, type BenefitRow, benefitSheet } from './benefit.ts';
import { amountProblems } from './rules.ts';
import { AMOUNT } from './store.ts';

export const benefitRecord: SimpleRecord<BenefitRow> = {
  noun: 'benefit',
  table: 'benefit',
  title: BENEFIT_TITLE,
  sheet: benefitSheet,
  immutable: ['household_code', 'given_on'],
  eventDay: 'given_on',
  references: { household_code: { column: 'household_id', referent: HOUSEHOLDS } },
  storedAs: { amount: AMOUNT },
  rules: ({ row }) => amountProblems(row.kind, row.amount),
};
