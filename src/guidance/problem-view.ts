import { inStateTone } from '../deadlines/tones.ts';
import type { Day } from '../kernel/day.ts';
import { type Word, wordList } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';
import type { GroupProblem } from './problem-store.ts';

export const PROBLEM_COLUMNS = [
  column('code', '问题编号', 'Problem', 'code'),
  column('unit', '机构', 'Unit', 'label'),
  column('content', '问题', 'What is wrong'),
  column('owner', '责任方', 'Owner'),
  column('due_on', '整改期限', 'Due', 'day'),
  inStateTone(column('state', '情况', 'State', 'word')),
] as const;

/** Who answers for a problem, by name: a unit, a department, or the duty of a post. */
export function ownerText(found: GroupProblem, tree: UnitTree): string {
  const { owner_unit_id, owner_department, owner_duty, owner_post } = found;
  if (owner_unit_id !== null) return tree.units.get(owner_unit_id)?.name ?? '';
  return owner_department ?? (owner_duty || owner_post) ?? '';
}

const STATES = wordList({ open: { zh: '未完成', en: 'open' }, overdue: { zh: '逾期', en: 'overdue' } });

/** Whether a problem is done, open or overdue on a day. */
function stateText({ due_on, done_on }: Pick<GroupProblem, 'due_on' | 'done_on'>, day: Day): Word {
  if (done_on !== null && done_on <= day) return { zh: `${done_on} 完成`, en: `done on ${done_on}`, code: 'done' };
  return due_on < day ? STATES.overdue : STATES.open;
}

export function problemRow(found: GroupProblem, tree: UnitTree, day: Day) {
  const { code, content, due_on } = found;
  const unit = tree.units.get(found.unit_id)?.name;
  return { code, unit, content, owner: ownerText(found, tree), due_on, state: stateText(found, day) };
}
