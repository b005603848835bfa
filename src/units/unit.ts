import { digitsField, listField, spanFields, textField } from '../intake/field.ts';
import type { Sheet } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Noun } from '../kernel/text.ts';
import { LEVEL_WORDS, LEVELS, type Level } from './level.ts';

/** A row of a units file. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly parent_code?: string | undefined;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

export const UNIT_TITLE: Noun = { zh: '机构', en: 'units', one: 'unit', list: 'unit list' };

export const unitSheet: Sheet<UnitRow> = {
  code: digitsField(['code', '代码', 'code'], [6, 9, 12], '150722100200'),
  name: textField(['name', '名称', 'name'], '西博荣村村民委员会'),
  level: listField(['level', '层级', 'level'], LEVELS, 'village', LEVEL_WORDS),
  parent_code: digitsField(['parent_code', '上级代码', 'parent code'], [6, 9], '150722100', true),
  ...spanFields,
};
