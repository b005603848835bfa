import type { Text } from '../kernel/text.ts';
import { column, detail, spanColumns } from '../kernel/view.ts';
import { wordsOf } from '../register/history-command.ts';
import { placeColumns } from '../units/views.ts';
import { householdSheet } from './household.ts';

export const householdColumns = [
  column('code', '户编号', 'Household', 'code'),
  column('head_name', '户主', 'Head', 'name'),
  column('people', '人口', 'People', 'integer'),
  detail('kind', '户类型', 'Kind', 'word'),
  ...placeColumns,
  column('phone', '电话', 'Phone', 'phone'),
  column('address', '地址', 'Address', 'address'),
  ...spanColumns,
] as const;

export const HOUSEHOLD_WORDS = wordsOf(householdSheet);

export const assignmentColumns = [
  column('household_code', '户编号', 'Household', 'code'),
  column('pair_code', '结对编号', 'Pair', 'code'),
  column('responsible_cadre', '包户干部', 'Responsible', 'code'),
  ...spanColumns,
] as const;

export const ASSIGNMENTS: Text = { zh: '包户', en: 'Assignments' };
export const TERMS: Text = { zh: '在册时间', en: 'In the register' };

/** Where a household was in the register, and from when to when. */
export const termColumns = [...placeColumns, ...spanColumns] as const;
