import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle } from './area.ts';
import type { Case } from './case.ts';
import { commandOn } from './case-hint.ts';
import { movesOf } from './move-store.ts';
import { lastMoveOf } from './step-back.ts';

/** What can be corrected in a case that was entered otherwise than it happened, by whom, and the command that does it. */
export function correctionTable(area: AnyCaseArea, db: Db, caseFile: Case, tree: UnitTree): Table {
  const last = lastMoveOf(movesOf(db, caseFile.id));
  const rows: Row[] = [];
  if (last)
    rows.push({
      correction: {
        zh: `撤销 ${last.on_day} 的「${moveTitle(area, last.name).zh}」`,
        en: `step back "${moveTitle(area, last.name).en}" of ${last.on_day}`,
      },
      unit: tree.units.get(last.unit_id)?.name,
      command: commandOn(caseFile, 'step-back # --reason …'),
    });
  if (!caseFile.isShared)
    rows.push({
      correction: { zh: '更正登记单位或登记日期', en: 'correct where or when it was registered' },
      unit: tree.units.get(caseFile.holder)?.name,
      command: commandOn(caseFile, 'change # --unit …'),
    });
  return {
    shape: 'table',
    key: 'corrections',
    title: { zh: '登记有误时可做', en: 'If something was entered by mistake' },
    columns: [
      column('correction', '更正', 'Correction'),
      column('unit', '责任单位', 'By', 'label'),
      column('command', '命令', 'Command', 'command'),
    ],
    rows,
  };
}
