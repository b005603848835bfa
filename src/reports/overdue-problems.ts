import { problemsOpenOn } from '../guidance/problem-store.ts';
import { ownerText } from '../guidance/problem-view.ts';
import { dayNumber } from '../kernel/day.ts';
import type { Word } from '../kernel/text.ts';
import { includes, type Scope, unitCells } from './scope.ts';

const OPEN: Word = { zh: '未完成', en: 'open', code: 'open' };
const PROBLEM: Word = { zh: '指导问题整改', en: 'guidance problem', code: 'guidance_problem' };

/** The problems of guidance groups that are overdue on the last day: by the unit concerned, with whoever answers for them (S-22). */
export function overdueProblems(scope: Scope) {
  const { db, tree, period } = scope;
  return problemsOpenOn(db, period.to)
    .filter(({ due_on }) => due_on < period.to)
    .filter(({ unit_id, owner_unit_id }) => includes(scope, unit_id) || includes(scope, owner_unit_id ?? unit_id))
    .map(problem => ({
      number: problem.code,
      title: problem.content,
      status: OPEN,
      deadline: PROBLEM,
      ...unitCells(scope, problem.unit_id),
      holder: ownerText(problem, tree),
      due_on: problem.due_on,
      days_over: dayNumber(period.to) - dayNumber(problem.due_on),
    }));
}
