import { type Check, queryCheck } from '../register/check.ts';

export const guidanceChecks: readonly Check[] = [
  queryCheck(
    'guidance-once',
    { zh: '一个机构同时只在一个指导组里', en: 'a unit is in one guidance group at a time' },
    `select b.code from guidance_unit a join guidance_unit b on b.unit_id = a.unit_id and b.id > a.id
     and a.from_on < b.to_on and b.from_on < a.to_on`,
  ),
  queryCheck(
    'guidance-life',
    { zh: '机构归组不超出指导组的起止', en: 'no unit is in a guidance group outside the group’s dates' },
    `select u.code from guidance_unit u join guidance g on g.id = u.group_id
     where u.from_on < g.from_on or u.to_on > g.to_on`,
  ),
  queryCheck(
    'guidance-problem-owner',
    { zh: '每个指导问题恰有一个责任方', en: 'each guidance problem has one owner' },
    `select code from guidance_problem where
     (owner_unit_id is not null) + (owner_department_id is not null) + (owner_post_id is not null) <> 1`,
  ),
  queryCheck(
    'guidance-problem-days',
    {
      zh: '指导问题在走访当天或以后发现，整改期限和完成日期不早于发现日期',
      en: 'a guidance problem is found in its visit or later, and due and done no earlier than that',
    },
    `select p.code from guidance_problem p join guidance_visit v on v.id = p.visit_id
     where p.withdrawn_on is null and (p.found_on < v.visited_on or p.due_on < p.found_on or p.done_on < p.found_on)`,
  ),
];
