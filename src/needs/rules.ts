import { type Problem, problem } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** A need is closed by its result and by informing the household of it: both, or neither (S-19). */
export function closingProblems(result: string, feedbackOn: Day | null): Problem[] {
  if ((result === '') === (feedbackOn === null)) return [];
  return result === ''
    ? [problem('result', '', { zh: '为空，而有反馈日期', en: 'is empty, but there is a day of feedback' })]
    : [problem('feedback_on', '', { zh: '为空，而有办理结果', en: 'is empty, but there is a result' })];
}

/** A household says how satisfied it is when it is informed (需求簿, 满意度). */
export function satisfactionProblems(satisfaction: string, feedbackOn: Day | null): Problem[] {
  if (satisfaction === '' || feedbackOn !== null) return [];
  return [problem('satisfaction', satisfaction, { zh: '没有反馈日期', en: 'needs a day of feedback' })];
}

/** A need has one owner: a department, a cadre or an agent, or somebody who is not in the ledger. */
export function ownerProblems(owner: string, ownerCode: string): Problem[] {
  if (owner === '' || ownerCode === '') return [];
  const reason = { zh: '已写明承办人，两者只填一项', en: 'is given beside a name; give one of the two' };
  return [problem('owner_code', ownerCode, reason)];
}

/** A need is late from the day after its due day until the household was informed. */
export function isOverdue(need: { readonly due_on: Day | null; readonly feedback_on: Day | null }, day: Day): boolean {
  return need.due_on !== null && need.due_on < day && (need.feedback_on === null || need.feedback_on > day);
}

/** A need is closed once, and not on a future day. */
export function closeProblem(
  need: { readonly code: string; readonly feedback_on: Day | null },
  feedbackOn: Day,
  today: Day,
): Refusal | undefined {
  if (need.feedback_on !== null)
    return {
      zh: `需求 ${need.code} 已于 ${need.feedback_on} 办结`,
      en: `Need ${need.code} was closed on ${need.feedback_on}`,
      hint: { zh: '更正用 tiaochu need change', en: 'Correct it with tiaochu need change' },
    };
  if (feedbackOn <= today) return undefined;
  return { zh: `反馈日期 ${feedbackOn} 在今天之后`, en: `The feedback of ${feedbackOn} is after today` };
}

/** Nothing about a need is due or done before it was raised. */
export function orderProblems(raisedOn: Day, dueOn: Day | null, feedbackOn: Day | null): Problem[] {
  return [
    ...(dueOn !== null && dueOn < raisedOn ? [problem('due_on', dueOn, EARLY)] : []),
    ...(feedbackOn !== null && feedbackOn < raisedOn ? [problem('feedback_on', feedbackOn, EARLY)] : []),
  ];
}

/** The visit in which a need came up was one to that household, no later than the need (S-19). */
export function visitProblems(
  visit: string,
  household: number | undefined,
  raisedOn: Day,
  made: { readonly household: number; readonly visited_on: Day } | undefined,
): Problem[] {
  if (!made) return [];
  if (made.household !== household)
    return [problem('visit', visit, { zh: '是对另一户的走访', en: 'was a visit to another household' })];
  if (made.visited_on > raisedOn)
    return [problem('visit', visit, { zh: '在提出日期之后', en: 'was made after the need was raised' })];
  return [];
}

const EARLY: Text = { zh: '早于提出日期', en: 'is before the need was raised' };

/** The next code of a village and year (150722100200-2023-X1): a code that was given up is not given again. */
export function nextNeedCode(village: string, raisedOn: Day, codes: readonly string[]): string {
  const prefix = `${village}-${raisedOn.slice(0, 4)}-X`;
  const serials = codes.flatMap(code => {
    const serial = code.startsWith(prefix) ? code.slice(prefix.length) : '';
    return /^\d{1,6}$/.test(serial) ? [Number(serial)] : [];
  });
  return `${prefix}${Math.max(0, ...serials) + 1}`;
}
