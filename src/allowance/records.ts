import { readYuan } from '../kernel/money.ts';
import { type AreaRecords, simpleKind } from '../register/kind.ts';
import type { SimpleRecord, StoredAs } from '../register/simple-record.ts';
import { RATE_TITLE, type RateRow, rateSheet } from './rate.ts';
import { rateProblems } from './rules.ts';

/** Amounts are kept in whole fen, so that sums are exact. */
const AMOUNT: StoredAs = {
  column: 'amount_fen',
  text: column => `printf('%d.%02d', ${column} / 100, ${column} % 100)`,
  stored: text => readYuan(text) ?? null,
};

export const rateRecord: SimpleRecord<RateRow> = {
  noun: 'allowance-rate',
  table: 'allowance_rate',
  title: RATE_TITLE,
  sheet: rateSheet,
  numbering: { start: () => 'BT', by: ['grade', 'form', 'performed', 'from_on'] },
  immutable: ['grade', 'form', 'performed'],
  storedAs: { amount: AMOUNT },
  rules: ({ row, others }) => rateProblems(row, others),
};

export const allowanceRecords: AreaRecords = { kinds: [simpleKind(rateRecord)], checks: [] };
