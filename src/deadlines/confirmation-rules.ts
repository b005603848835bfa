import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { DeadlineRule } from './rules.ts';

/** A citation that was not compared with the law for longer than this is to be confirmed anew. */
const YEARS = 1;

/** Whether a citation was never confirmed by a day, or not for more than a year. */
export function isStale(last: Day | undefined, day: Day): boolean {
  if (last === undefined) return true;
  const year = Number(last.slice(0, 4)) + YEARS;
  return `${year}${last.slice(4)}` < day;
}

/** Only an article of law can be confirmed, on a day that is over or today, in the time of the version, once a day. */
export function confirmationProblem(
  { code, isLaw, from_on }: Pick<DeadlineRule, 'code' | 'isLaw' | 'from_on'>,
  on: Day,
  today: Day,
  confirmed: readonly Day[],
): Refusal | undefined {
  if (!isLaw)
    return {
      zh: `${code} 是本单位的工作惯例，没有法条可以确认`,
      en: `${code} is the office’s own practice: there is no article to confirm`,
      hint: {
        zh: '用 tiaochu deadline list 查看哪些是法定时限',
        en: 'tiaochu deadline list shows which deadlines are law',
      },
    };
  if (on > today)
    return {
      zh: `确认日期 ${on} 在今天（${today}）之后`,
      en: `The confirmation is dated ${on}, after today (${today})`,
      hint: { zh: '请用 --on 写今天或以前的日期', en: 'Name today or an earlier day with --on' },
    };
  if (on < from_on)
    return {
      zh: `${code} 的现行依据自 ${from_on} 起才生效`,
      en: `The citation of ${code} is in force from ${from_on} on only`,
      hint: { zh: `请用 --on 写 ${from_on} 或以后的日期`, en: `Name ${from_on} or a later day with --on` },
    };
  if (!confirmed.includes(on)) return undefined;
  return {
    zh: `${code} 的依据在 ${on} 已经确认过`,
    en: `The citation of ${code} is already confirmed on ${on}`,
    hint: {
      zh: '登记有误的用 tiaochu deadline unconfirm 撤销',
      en: 'What was entered by mistake is withdrawn with tiaochu deadline unconfirm',
    },
  };
}
