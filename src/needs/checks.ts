import { type Check, queryCheck } from '../register/check.ts';

export const needChecks: readonly Check[] = [
  queryCheck(
    'need-visit',
    {
      zh: '需求所依据的走访是对这一户的，且不晚于提出日期',
      en: 'the visit of a need was to the same household, no later than the need',
    },
    `select n.code from need n join visit v on v.id = n.visit_id
     where (v.household_id <> n.household_id or v.visited_on > n.raised_on) and n.withdrawn_on is null`,
  ),
];
