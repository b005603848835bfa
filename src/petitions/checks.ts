import { replayCheck } from '../cases/checks.ts';
import { relivedCheck } from '../cases/relived-check.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import { type Check, queryCheck } from '../register/check.ts';
import { PETITIONS } from './area.ts';
import { IN_STOCK } from './transitions.ts';

const IN_HAND = [...IN_STOCK].map(status => `'${status}'`).join(', ');

export const petitionChecks: readonly Check[] = [
  replayCheck(
    PETITIONS,
    { zh: '信访的现状、流转记录与办理经过一致', en: 'a petition’s state and its stays are what its moves lead to' },
    db => rows(db, selectFrom('petition').selectAll()),
  ),
  queryCheck(
    'petition-task',
    {
      zh: '每个部门任务由分流或会商产生，反馈不早于分流',
      en: 'a department’s task comes from a routing or a conference and is not answered before it',
    },
    `select m.number from task t join cases m on m.id = t.case_id join move v on v.id = t.move_id
     where v.case_id <> t.case_id or v.name not in ('route', 'confer') or t.reported_on < t.routed_on`,
  ),
  queryCheck(
    'petition-notice',
    {
      zh: '每份告知由告知办理产生，编号在本单位本年度已编的号之内且不重复',
      en: 'a notice comes from its move, and its number is one that its issuer has given in the year, once',
    },
    `select m.number from notice n join cases m on m.id = n.case_id join move v on v.id = n.move_id
     where v.case_id <> n.case_id or v.name <> 'notice' or (n.serial is not null and not exists (
       select 1 from notice_series s where s.year = cast(substr(n.served_on, 1, 4) as integer) and n.serial <= s.last
         and iif(n.department_id is null, s.unit_id = n.unit_id, s.department_id = n.department_id)))
       or exists (select 1 from notice o where o.id <> n.id and o.number = n.number and n.number <> '')`,
  ),
  queryCheck(
    'petition-repeat',
    { zh: '重复信访登记在原件之后', en: 'a repeat was lodged after what it repeats' },
    `select m.number from petition p join cases m on m.id = p.id join cases o on o.id = p.repeat_of
     where o.registered_on > m.registered_on or o.kind <> 'petition'`,
  ),
  queryCheck(
    'agent-open',
    { zh: '在办的信访由在任的代办员代办', en: 'open petitions are with agents who are in office' },
    `select m.number from petition p join cases m on m.id = p.id join agent a on a.id = p.agent_id
     where m.status in (${IN_HAND}) and a.to_on <= m.last_on`,
  ),
];

export const petitionDeepChecks: readonly Check[] = [
  relivedCheck(PETITIONS, {
    zh: '按办理经过重做一遍，移交、时限、任务、告知与台账所存相同',
    en: 'lived again from its moves, a petition has the offers, deadlines, tasks and notices that are kept',
  }),
];
