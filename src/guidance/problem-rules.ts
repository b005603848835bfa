import { type Problem, problem } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

interface Owned {
  readonly owner_unit: string;
  readonly owner_department: string;
  readonly owner_post: string;
}

/** One owner answers for a problem: a unit, a department or a post (S-22). */
export function ownerProblems({ owner_unit, owner_department, owner_post }: Owned): Problem[] {
  const named = [owner_unit, owner_department, owner_post].filter(owner => owner !== '').length;
  if (named === 1) return [];
  return [problem('owner_unit', owner_unit, named === 0 ? NO_OWNER : TWO_OWNERS)];
}

const NO_OWNER: Text = {
  zh: '没有责任方：写责任机构、责任部门、责任职务之一',
  en: 'names no owner: name a unit, a department or a post',
};
const TWO_OWNERS: Text = {
  zh: '责任方多于一个：责任机构、责任部门、责任职务只写一个',
  en: 'has more than one owner: name one unit, department or post',
};

interface Dated {
  readonly found_on: Day;
  readonly due_on: Day;
  readonly done_on: Day | null;
}

/** Nothing about a problem is due or done before it was found. */
export function dayProblems({ found_on, due_on, done_on }: Dated): Problem[] {
  return [
    ...(due_on < found_on ? [problem('due_on', due_on, EARLY)] : []),
    ...(done_on !== null && done_on < found_on ? [problem('done_on', done_on, EARLY)] : []),
  ];
}

const EARLY: Text = { zh: '早于发现日期', en: 'is before the problem was found' };

/** A problem is done by its result on a day: both, or neither. */
export function resultProblems({ result, done_on }: { readonly result: string; readonly done_on: Day | null }) {
  if ((result === '') === (done_on === null)) return [];
  return result === ''
    ? [problem('result', '', { zh: '为空，而有完成日期', en: 'is empty, but there is a day on which it was done' })]
    : [problem('done_on', '', { zh: '为空，而有整改结果', en: 'is empty, but there is a result' })];
}

/** A problem is found in a visit or after it; what was entered by mistake was no visit. */
export function visitProblems(
  { visit_code, found_on }: { readonly visit_code: string; readonly found_on: Day },
  visit: { readonly visited_on: Day; readonly withdrawn_on: Day | null } | undefined,
): Problem[] {
  if (!visit) return [];
  const { visited_on, withdrawn_on } = visit;
  const wrong = (zh: string, en: string) => [problem('visit_code', visit_code, { zh, en })];
  if (withdrawn_on !== null) return wrong(`已于 ${withdrawn_on} 撤销`, `was withdrawn on ${withdrawn_on}`);
  if (visited_on <= found_on) return [];
  return wrong(`在 ${visited_on} 才走访，晚于发现日期`, `was only on ${visited_on}, after the problem was found`);
}

interface Open {
  readonly code: string;
  readonly found_on: Day;
  readonly done_on: Day | null;
}

/** A problem is done once, between the day on which it was found and today. */
export function doneProblem({ code, found_on, done_on }: Open, on: Day, today: Day): Refusal | undefined {
  if (done_on !== null)
    return {
      zh: `问题 ${code} 已于 ${done_on} 完成整改`,
      en: `Problem ${code} was done on ${done_on}`,
      hint: { zh: '更正用 tiaochu guidance-problem change', en: 'Correct it with tiaochu guidance-problem change' },
    };
  if (on < found_on)
    return {
      zh: `完成日期 ${on} 早于发现日期 ${found_on}`,
      en: `${on} is before the problem was found on ${found_on}`,
    };
  if (on > today) return { zh: `完成日期 ${on} 在今天之后`, en: `${on} is after today` };
  return undefined;
}
