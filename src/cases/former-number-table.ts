import { column, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { formerNumbersOf } from './former-number-store.ts';

/** The numbers that a case had, each with the unit of its series, and why it was given up. */
export function formerNumberTable(db: Db, id: number, { units }: UnitTree): Table {
  return {
    shape: 'table',
    key: 'former_numbers',
    title: { zh: '原编号', en: 'Former numbers' },
    columns: [
      column('number', '原编号', 'Number', 'code'),
      column('unit', '登记单位', 'Registered at', 'label'),
      column('renumbered_to', '改编为', 'Renumbered to'),
      column('renumbered_on', '改编日期', 'On', 'day'),
      column('reason', '原因', 'Reason'),
      column('operator', '操作员', 'Operator'),
    ],
    rows: formerNumbersOf(db, id).map(({ number, unit_id, renumberedTo, renumberedOn, reason, operator }) => ({
      ...{ number, unit: units.get(unit_id)?.name, renumbered_to: renumberedTo, renumbered_on: renumberedOn },
      ...{ reason, operator },
    })),
  };
}
