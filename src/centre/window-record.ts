import { codeField, spanFields, textField } from '../intake/field.ts';
import type { Day } from '../kernel/day.ts';
import type { SimpleRecord } from '../register/simple-record.ts';

/** A row of a windows file: a mediation window in the centre's hall (S-07). */
export interface WindowRow {
  readonly code: string;
  readonly name: string;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

export const windowRecord: SimpleRecord<WindowRow> = {
  noun: 'window',
  table: 'window',
  title: { zh: '窗口', en: 'windows', one: 'window', list: 'window list' },
  sheet: {
    code: codeField(['code', '窗口编号', 'window code'], 'CK01'),
    name: textField(['name', '名称', 'name'], '婚姻家庭调解窗口'),
    ...spanFields,
  },
  immutable: [],
};
