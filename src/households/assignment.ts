import { codeField, digitsField, spanFields } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';

export const ASSIGNMENT_TITLE: Noun = {
  zh: '包户',
  en: 'household assignments',
  one: 'household assignment',
  list: 'assignment list',
};

export const assignmentSheet = {
  household_code: digitsField(['household_code', '户编号', 'household code'], [18], '150722100200010001'),
  pair_code: codeField(['pair_code', '结对编号', 'pair code'], '150722100200-P01'),
  responsible_cadre: codeField(['responsible_cadre', '包户干部', 'responsible cadre'], '150722100200-C01'),
  ...spanFields,
};

/** A row of an assignments file: which pair looks after a household, and which of the two answers for it. */
export type AssignmentRow = RowOf<typeof assignmentSheet>;
