import { codeField, spanFields } from '../intake/field.ts';
import type { Day } from '../kernel/day.ts';
import { codedTable } from '../register/reference.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { stationedTwice } from './rules.ts';

/**
 * A row of a stationings file: a department that serves at a window for a time (S-08). Nine windows and ten departments
 * are many to many: a window has several, and a department may have none. The code names one stationing.
 */
export interface StationingRow {
  readonly code: string;
  readonly window_code: string;
  readonly department_code: string;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

export const stationingRecord: SimpleRecord<StationingRow> = {
  noun: 'stationing',
  table: 'stationing',
  title: { zh: '进驻', en: 'stationings', one: 'stationing', list: 'stationing list' },
  sheet: {
    code: codeField(['code', '进驻编号', 'stationing code'], 'CK01-XFJ'),
    window_code: codeField(['window_code', '窗口编号', 'window code'], 'CK01'),
    department_code: codeField(['department_code', '部门代码', 'department code'], 'XFJ'),
    ...spanFields,
  },
  immutable: ['window_code', 'department_code'],
  references: {
    window_code: { column: 'window_id', referent: codedTable('window') },
    department_code: { column: 'department_id', referent: codedTable('department') },
  },
  rules: ({ row, others }) => stationedTwice(row, others),
};
