import { sameNameProblems } from '../register/same-name-rules.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { KIND_TITLE, STANDARD_TITLE, type StandardRow, standardSheet } from './standard.ts';

/** A kind of household with its standard; how often it is visited changes from a day on, and the months before stay judged as they were. */
export const standardRecord: SimpleRecord<StandardRow> = {
  noun: 'standard',
  table: 'visit_standard',
  title: STANDARD_TITLE,
  sheet: standardSheet,
  orderBy: 'id',
  alias: 'name_zh',
  immutable: [],
  dated: ['visits', 'per'],
  rules: ({ row, others }) => sameNameProblems(KIND_TITLE, row, others),
};
