import {
  countField,
  digitsField,
  type Field,
  field,
  nameField,
  optionalText,
  phoneField,
  plain,
  spanFields,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import { ORDINARY } from '../standards/standard.ts';

export const HOUSEHOLD_TITLE: Noun = { zh: '户', en: 'households', one: 'household', list: 'household list' };

/** Where somebody lives is masked in messages, lists and the history. */
const address: Field<string, true> = {
  ...optionalText(['address', '地址', 'address'], '一组 12 号'),
  kind: 'address',
};

export const householdSheet = {
  code: digitsField(['code', '户编号', 'household code'], [18], '150722100200010001'),
  unit_code: digitsField(['unit_code', '村代码', 'village code'], [12], '150722100200'),
  head_name: nameField(['head_name', '户主', 'head'], '鄂晓光'),
  people: countField(['people', '人口', 'people'], '3'),
  phone: phoneField(['phone', '电话', 'phone'], '13900000002'),
  address,
  kind: {
    ...field(['kind', '户类型', 'kind of household'], { zh: '普通户', en: 'ordinary' }, true, readKind),
    also: ['户类别', '农户类型', '农户类别', '家庭类型'],
  },
  ...spanFields,
};

/** A row of a households file. The code has 18 digits: village 12, group 2, serial 4. Its kind says how often it is visited. */
export type HouseholdRow = RowOf<typeof householdSheet>;

function readKind(text: string): string {
  return plain(text) || ORDINARY;
}
