import { problem, problemsOf } from '../intake/sheet.ts';
import { codedTable, type SimpleRecord, UNITS } from '../register/simple-record.ts';
import { RECEIPT_TITLE, type ReceiptRow, receiptSheet } from './receipt.ts';
import { daysOfMonth, delivererProblem, earlyProblem, twiceProblem } from './rules.ts';
import { openLevelOn, returnKindsOn, withdrawnReceipts } from './store.ts';

/** Units by the codes they have and had, at any time: a return may come when its unit has been merged. */
const UNITS_EVER = {
  ...UNITS,
  all: `select unit_id as id, code, '0001-01-01' as from_on, '9999-12-31' as to_on from unit_term order by from_on`,
};

export const receiptRecord: SimpleRecord<ReceiptRow> = {
  noun: 'receipt',
  table: 'receipt',
  title: RECEIPT_TITLE,
  sheet: receiptSheet,
  numbering: {
    start: ({ kind_code, unit_code, month }) => `${kind_code}-${unit_code}-${month}-`,
    digits: 1,
    by: ['received_on'],
  },
  immutable: ['kind_code', 'unit_code', 'month', 'received_on'],
  references: {
    // The last return of a kind comes after the kind has ended.
    kind_code: { column: 'kind_id', referent: codedTable('return_kind', false) },
    unit_code: { column: 'unit_id', referent: UNITS_EVER },
  },
  eventDay: 'received_on',
  rules: ({ row, references: { kind_code: kind, unit_code: unit }, db, othersNaming }) => {
    if (!kind || !unit) return [];
    const { to: lastDay } = daysOfMonth(row.month);
    const expected = returnKindsOn(db, lastDay).find(({ id }) => id === kind.id);
    if (!expected) return [problem('kind_code', row.kind_code, NOT_EXPECTED)];
    const withdrawn = withdrawnReceipts(db);
    const received = othersNaming('unit_code').filter(({ code }) => !withdrawn.has(code));
    const deliverer = delivererProblem(expected.delivered_by, openLevelOn(db, unit.id, lastDay));
    return [
      ...problemsOf('unit_code', row.unit_code, deliverer),
      ...problemsOf('received_on', row.received_on, earlyProblem(row.month, row.received_on)),
      ...problemsOf('month', row.month, twiceProblem(row, received)),
    ];
  },
};

const NOT_EXPECTED = { zh: '当月末不在应报之列', en: 'is not expected for that month' };
