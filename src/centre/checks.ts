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
    'window-intake',
    {
      zh: '案件在窗口开放期间受理，调解会在窗口、功能室开放期间举行',
      en: 'a case is received while its window is open, a session held while its window or room is',
    },
    `select c.number from cases c join dispute d on d.id = c.id join window w on w.id = d.window_id
     where (c.registered_on < w.from_on or c.registered_on >= w.to_on) and c.status <> 'void'
     union select c.number from cases c join petition p on p.id = c.id join window w on w.id = p.window_id
     where (c.registered_on < w.from_on or c.registered_on >= w.to_on) and c.status <> 'void'
     union select c.number from session_place s join cases c on c.id = s.case_id
     left join window w on w.id = s.window_id left join room r on r.id = s.room_id
     where s.on_day < coalesce(w.from_on, r.from_on) or s.on_day >= coalesce(w.to_on, r.to_on) order by 1`,
  ),
  queryCheck(
    'service-time',
    { zh: '服务都在窗口开放期间', en: 'every service lies within its window’s dates' },
    `select s.code from service s join window w on w.id = s.window_id
     where (s.served_on < w.from_on or s.served_on >= w.to_on) and s.withdrawn_on is null order by s.code`,
  ),
];
