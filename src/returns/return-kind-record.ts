import type { SimpleRecord } from '../register/simple-record.ts';
import { RETURN_KIND_TITLE, type ReturnKindRow, returnKindSheet } from './return-kind.ts';

/** Which returns are expected every month; another due day counts from the month in which it begins. */
export const returnKindRecord: SimpleRecord<ReturnKindRow> = {
  noun: 'return-kind',
  table: 'return_kind',
  title: RETURN_KIND_TITLE,
  sheet: returnKindSheet,
  numbering: { start: () => 'BB', by: ['name'] },
  immutable: ['delivered_by'],
  dated: ['name', 'due_day'],
};
