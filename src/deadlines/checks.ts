import { type Check, queryCheck } from '../register/check.ts';
import { countedDay, pausesOf, type RunningDeadline, runningDeadlines } from './counted-store.ts';
import { type DueDay, pausesFor } from './rules.ts';
import { loadCalendar } from './store.ts';

const isAsCounted = ({ due, latest }: DueDay, { due_on, due_latest }: RunningDeadline) =>
  due === due_on && latest === due_latest;

export const deadlineChecks: readonly Check[] = [
  queryCheck(
    'deadline-versions',
    { zh: '同一时限的各个版本前后相接', en: 'the versions of a deadline do not overlap' },
    `select a.code from deadline_rule a join deadline_rule b on b.code = a.code and b.id > a.id
     where a.from_on < b.to_on and b.from_on < a.to_on`,
  ),
  queryCheck(
    'holiday-day',
    { zh: '节假日是真实日期', en: 'holidays are real dates' },
    `select id from holiday where date(day, '+0 days') is not day`,
  ),
  queryCheck(
    'confirmation-day',
    {
      zh: '时限依据的确认日期真实存在，且不早于该版本',
      en: 'citations are confirmed on real days, not before their version',
    },
    `select r.code || ' ' || c.confirmed_on from confirmation c join deadline_rule r on r.id = c.rule_id
     where date(c.confirmed_on, '+0 days') is not c.confirmed_on or c.confirmed_on < r.from_on`,
  ),
  {
    name: 'deadline-days',
    title: {
      zh: '待核定的期限和中止过的期限，日期按放假安排和中止天数算出',
      en: 'days that are not fixed, or moved by suspensions, follow from the holidays and the suspensions',
    },
    find: db => {
      const calendar = loadCalendar(db);
      const isCounted = (deadline: RunningDeadline) =>
        deadline.due_latest !== null || pausesFor(deadline.rule, pausesOf(db, deadline.case_id)).length > 0;
      return runningDeadlines(db)
        .filter(deadline => isCounted(deadline) && !isAsCounted(countedDay(db, deadline, calendar), deadline))
        .map(({ number, code }) => `${number} ${code}`);
    },
  },
];
