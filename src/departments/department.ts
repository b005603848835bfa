import { codeField, listField, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import { TIERS } from '../units/level.ts';

/** The tiers at which a department stands. */
export const DEPARTMENT_TIERS = { banner: TIERS.banner, township: TIERS.township } as const;

export type DepartmentTier = keyof typeof DEPARTMENT_TIERS;

export const DEPARTMENT_TITLE: Noun = { zh: '部门', en: 'departments', one: 'department', list: 'department list' };

export const departmentSheet = {
  code: codeField(['code', '部门代码', 'department code'], 'RSJ'),
  name: textField(['name', '名称', 'name'], '旗人力资源和社会保障局'),
  tier: listField(['tier', '层级', 'tier'], DEPARTMENT_TIERS, 'banner', {
    旗: 'banner',
    县级: 'banner',
    乡镇: 'township',
  }),
  ...spanFields,
};

/** A row of a departments file. */
export type DepartmentRow = RowOf<typeof departmentSheet>;
