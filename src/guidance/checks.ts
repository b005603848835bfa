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
];
