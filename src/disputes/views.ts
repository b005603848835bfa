import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';
import type { Dispute } from './dispute.ts';
import { nextSteps } from './next-steps.ts';
import { MOVES } from './transitions.ts';

export const disputeColumns = [
  column('number', '编号', 'Number'),
  column('title', '名称', 'Title'),
  column('status', '状态', 'Status'),
  column('grade', '难易', 'Grade'),
  column('category', '类别', 'Category'),
  column('holder', '持有单位', 'Held by'),
  column('offered_to', '移交给', 'Offered to'),
  column('registered_on', '登记日期', 'Registered', 'day'),
  column('due_on', '最近期限', 'Due', 'day'),
  column('overdue', '逾期', 'Overdue', 'flag'),
] as const;

/** What can be done next and by whom, in one line. */
export function nextText(dispute: Dispute, tree: UnitTree): Text {
  const steps = nextSteps(dispute, tree);
  if (steps.length === 0) return { zh: '不再办理', en: 'nothing more is done with it' };
  const byUnit = new Map<number, string[]>();
  for (const { move, unit } of steps) byUnit.set(unit, [...(byUnit.get(unit) ?? []), move]);
  const said = [...byUnit].map(([unit, moves]) => ({
    zh: `${tree.units.get(unit)?.name}可：${moves.map(move => `${MOVES[move as keyof typeof MOVES].zh} ${move}`).join('、')}`,
    en: `${tree.units.get(unit)?.name} can: ${moves.join(', ')}`,
  }));
  return { zh: said.map(s => s.zh).join('；'), en: said.map(s => s.en).join('; ') };
}

/** Yuan as people write them, from fen. */
export function yuanText(fen: number | null): string | null {
  return fen === null ? null : (fen / 100).toFixed(2);
}

/** The last day of a deadline that is over without being met. */
export function isOverdue(due: Day, done: Day | null, today: Day): boolean {
  return due < (done ?? today);
}
