import type { Command } from '../../cli/command.ts';
import { column, spanColumns, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { loadTree } from '../../units/store.ts';
import { inUnits } from '../../units/views.ts';
import { groupRecord, groupUnitRecord } from '../records.ts';
import { openUnitsProblem } from '../rules.ts';
import { groupNames, unitsOfGroup } from '../store.ts';
import { cover } from './cover.ts';
import { problemTable, visitTable } from './visit.ts';

export const guidanceCommands: readonly Command[] = [
  ...simpleCommands(groupRecord, {
    sample: 'ZD01',
    add: '--code ZD99 --name 综合调研指导组 --head 敖玉兰',
    change: '--linked-leader 郭志强 --reason 分工调整',
    file: 'guidance.csv',
    openWork: (db, { id }, on) => openUnitsProblem(unitsOfGroup(db, id), on),
    more: (db, group, today) => [
      unitTable(db, group.id, today),
      visitTable(db, group.id, today),
      problemTable(db, group.id, today),
    ],
  }),
  cover,
];

const IN_UNITS = inUnits();

export const guidanceUnitCommands: readonly Command[] = simpleCommands(groupUnitRecord, {
  sample: 'ZD01-01',
  add: '--code ZD01-99 --group-code ZD01 --unit-code 150722100200',
  file: 'guidance-units.csv',
  filters: IN_UNITS.filters,
  beside: { ...IN_UNITS.beside, group_code: { column: column('group', '指导组', 'Group'), of: groupNames } },
});

/** The units that a group has and had, on its page. */
function unitTable(db: Db, groupId: number, today: string): Table {
  const tree = loadTree(db, today);
  return {
    shape: 'table',
    key: 'units',
    title: { zh: '指导范围', en: 'Units' },
    columns: [
      column('code', '编号', 'Code', 'code'),
      column('unit_code', '机构代码', 'Unit code', 'code'),
      column('unit', '机构', 'Unit', 'label'),
      ...spanColumns,
    ],
    rows: unitsOfGroup(db, groupId).map(row => {
      const unit = tree.units.get(row.unit_id);
      return { ...row, unit_code: unit?.code, unit: unit?.name };
    }),
  };
}
