import { column, type Row, type Table } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';
import { ROLES } from './rules.ts';
import type { Operator } from './store.ts';

const COLUMNS = [
  column('name', '姓名', 'Name', 'label'),
  column('role', '角色', 'Role', 'word'),
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '单位', 'Unit', 'label'),
  column('system_user', '系统用户', 'System user', 'label'),
  column('has_passphrase', '有口令', 'Has a passphrase', 'flag'),
  column('retired_on', '停用日期', 'Retired on', 'day'),
] as const;

/** The operators of a ledger, who is who and how each proves it. */
export function operatorTable(operators: readonly Operator[], tree: UnitTree): Table {
  return { shape: 'table', columns: COLUMNS, rows: operators.map(operator => operatorRow(operator, tree)) };
}

function operatorRow({ name, role, unit_id, system_user, passphrase, retired_on }: Operator, tree: UnitTree): Row {
  const unit = tree.units.get(unit_id);
  return {
    ...{ name, role: ROLES[role], unit_code: unit?.code ?? null, unit: unit?.name ?? null },
    ...{ system_user, has_passphrase: passphrase !== null, retired_on },
  };
}
