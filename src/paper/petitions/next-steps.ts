import type { DeadlineCode } from '../../deadlines/codes.ts';
import type { Day } from '../../kernel/day.ts';
import type { Petition } from '../../petitions/petition.ts';
import { paperDay } from '../wording.ts';

/** A deadline that runs, as the ledger has it. */
export interface NextStep {
  readonly code: DeadlineCode;
  /** The unit or the department that it binds. */
  readonly by: string | undefined;
  readonly due: Day;
  /** Where holidays are not announced yet: the last day that it can be. */
  readonly latest: Day | null;
  readonly citation: string;
}

/** What comes next, as a petitioner reads it. Deadlines that offices have among each other are not the petitioner's. */
const WORDS: Partial<Record<DeadlineCode, { readonly what: string; readonly isOwnRight?: true }>> = {
  CARRY_ACCEPT_15: { what: '决定是否代办' },
  CARRY_60: { what: '办结代办事项并反馈' },
  XF_NOTICE_15: { what: '书面告知是否受理' },
  XF_HANDLE_60: { what: '办结并书面答复' },
  XF_REVIEW_APPLY_30: { what: '对处理意见不服的，可以申请复查', isOwnRight: true },
  XF_REVIEW_DECIDE_30: { what: '作出书面复查意见' },
  XF_RECHECK_APPLY_30: { what: '对复查意见不服的，可以申请复核', isOwnRight: true },
  XF_RECHECK_DECIDE_30: { what: '作出书面复核意见' },
};

const NONE = '／';

/** The next steps with their last days, the earliest first; what has no last day is said all the same. */
export function nextSteps(
  { status }: Pick<Petition, 'status'>,
  holder: string | undefined,
  running: readonly NextStep[],
) {
  const steps = [...running]
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .flatMap(({ code, by = '', due, latest, citation }) => {
      const words = WORDS[code];
      if (!words) return [];
      const last = latest === null ? paperDay(due) : `${paperDay(due)}至${paperDay(latest)}之间`;
      return [{ what: words.what, by: words.isOwnRight ? '信访人' : by, due_on: last, basis: citation }];
    });
  if (steps.length > 0) return steps;
  const what = ENDS[status] ?? '等待办理';
  return [{ what, by: status in ENDS ? NONE : (holder ?? ''), due_on: NONE, basis: NONE }];
}

/** Statuses after which nothing is to come. */
const ENDS: Readonly<Record<string, string>> = {
  declined: '不予受理，已告知',
  closed: '已结案',
  re_examined: '已复核，程序终结',
};
