import { type Check, queryCheck } from '../register/check.ts';

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
];
