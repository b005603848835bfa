import { codeField, digitsField, spanFields } from '../intake/field.ts';
import type { Sheet } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Noun } from '../kernel/text.ts';

/** A row of an assignments file: which pair looks after a household, and which of the two answers for it. */
export interface AssignmentRow {
  readonly household_code: string;
  readonly pair_code: string;
  readonly responsible_cadre: string;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

export const ASSIGNMENT_TITLE: Noun = {
  zh: '包户',
  en: 'household assignments',
  one: 'household assignment',
  list: 'assignment list',
};

export const assignmentSheet: Sheet<AssignmentRow> = {
  household_code: digitsField(['household_code', '户编号', 'household code'], [18], '150722100200010001'),
  pair_code: codeField(['pair_code', '结对编号', 'pair code'], '150722100200-P01'),
  responsible_cadre: codeField(['responsible_cadre', '包户干部', 'responsible cadre'], '150722100200-C01'),
  ...spanFields,
};
