import { type Check, queryCheck } from '../register/check.ts';

export const agentChecks: readonly Check[] = [
  queryCheck(
    'agent-open',
    { zh: '在办的信访由在任的代办员代办', en: 'open petitions are with agents who are in office' },
    `select m.number from petition p join cases m on m.id = p.id join agent a on a.id = p.agent_id
     where m.status in ('lodged', 'accepted') and a.to_on <= m.last_on`,
  ),
];
