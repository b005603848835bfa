import { codeField, listField, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type AreaRecords, simpleKind } from '../register/kind.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { TIERS } from '../units/level.ts';

/** The tiers that have departments. */
const DEPARTMENT_TIERS = { banner: TIERS.banner, township: TIERS.township } as const;

const sheet = {
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
export type DepartmentRow = RowOf<typeof sheet>;

export const departmentRecord: SimpleRecord<DepartmentRow> = {
  noun: 'department',
  table: 'department',
  title: { zh: '部门', en: 'departments', one: 'department', list: 'department list' },
  sheet,
  numbering: { start: () => 'BM', by: ['name', 'tier'] },
  alias: 'name',
  immutable: ['tier'],
};

export const departmentRecords: AreaRecords = { kinds: [simpleKind(departmentRecord)], checks: [] };
