import { type Check, queryCheck } from '../register/check.ts';

export const centreChecks: readonly Check[] = [
  queryCheck(
    'stationing-time',
    {
      zh: '进驻不超出窗口和部门的起止日期',
      en: 'a stationing lies within the dates of its window and its department',
    },
    `select s.code from stationing s join window w on w.id = s.window_id join department d on d.id = s.department_id
     where s.from_on < max(w.from_on, d.from_on) or s.to_on > min(w.to_on, d.to_on) order by s.code`,
  ),
  queryCheck(
    'stationing-once',
    {
      zh: '同一部门在同一窗口同一时间只进驻一次',
      en: 'a department is not stationed twice at one window at the same time',
    },
    `select b.code from stationing a join stationing b on b.window_id = a.window_id
       and b.department_id = a.department_id and a.id < b.id and a.from_on < b.to_on and b.from_on < a.to_on
     order by b.code`,
  ),
  queryCheck(
    'service-time',
    { zh: '服务都在窗口开放期间', en: 'every service lies within its window’s dates' },
    `select s.code from service s join window w on w.id = s.window_id
     where (s.served_on < w.from_on or s.served_on >= w.to_on) and s.withdrawn_on is null order by s.code`,
  ),
];
