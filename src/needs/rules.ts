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
