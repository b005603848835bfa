import { column } from '../kernel/view.ts';

export const assignmentColumns = [
  column('household_code', '户编号', 'Household'),
  column('pair_code', '结对编号', 'Pair'),
  column('responsible_cadre', '包户干部', 'Responsible'),
  column('from_on', '起始日期', 'From', 'day'),
  column('to_on', '截止日期', 'Until', 'day'),
] as const;
