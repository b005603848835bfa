import {
  codeField,
  digitsField,
  listField,
  nameField,
  optionalCode,
  optionalField,
  optionalText,
  phoneField,
  spanFields,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Noun, wordList } from '../kernel/text.ts';

export const CADRE_TITLE: Noun = { zh: '干部', en: 'cadres', one: 'cadre', list: 'cadre list' };

/** Whether a cadre leads the team (队长, S-25). */
const LEADS = wordList({ yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } });

export const cadreSheet = {
  code: codeField(['code', '干部编号', 'cadre code'], '150722100200-C01'),
  name: nameField(['name', '姓名', 'name'], '敖玉兰'),
  unit_code: digitsField(['unit_code', '村代码', 'village code'], [12], '150722100200'),
  organ: optionalText(['organ', '单位', 'organ'], '旗司法局'),
  duty: optionalText(['duty', '职务', 'duty'], '科员'),
  phone: phoneField(['phone', '电话', 'phone'], '13900000001'),
  diary_no: optionalCode(['diary_no', '日记编号', 'diary number'], 'RJ-0001'),
  leader: optionalField(listField(['leader', '队长', 'leader'], LEADS, 'no'), 'no'),
  ...spanFields,
};

/** A row of a cadres file: a person and the service team (a village's or community's) they belong to. */
export type CadreRow = RowOf<typeof cadreSheet>;
