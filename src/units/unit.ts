import { digitsField, listField, optionalField, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import { LEVEL_WORDS, LEVELS } from './level.ts';

export const UNIT_TITLE: Noun = { zh: '机构', en: 'units', one: 'unit', list: 'unit list' };

export const unitSheet = {
  code: {
    ...digitsField(['code', '代码', 'code'], [6, 9, 12], '150722100200'),
    also: ['行政区划代码', '区划代码', '机构代码', '单位代码'],
  },
  name: {
    ...textField(['name', '名称', 'name'], '西博荣村村民委员会'),
    also: ['机构名称', '单位名称', '行政区划名称', '区划名称'],
  },
  level: listField(['level', '层级', 'level'], LEVELS, 'village', LEVEL_WORDS),
  parent_code: optionalField(digitsField(['parent_code', '上级代码', 'parent code'], [6, 9], '150722100'), ''),
  ...spanFields,
};

export type UnitRow = RowOf<typeof unitSheet>;
