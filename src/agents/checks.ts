import { type Cached, type Check, queryCheck } from '../register/check.ts';

export const agentChecks: readonly Check[] = [
  queryCheck(
    'agent-open',
    { zh: '在办的信访由在任的代办员代办', en: 'open petitions are with agents who are in office' },
    `select m.number from petition p join cases m on m.id = p.id join agent a on a.id = p.agent_id
     where m.status in ('lodged', 'accepted') and a.to_on <= m.last_on`,
  ),
];

const own = (column: string) => `select ${column} from agent where id = ?`;

export const agentCached: Cached = {
  noun: 'agent',
  fields: {
    name: own('name'),
    phone: own('phone'),
    to_on: own('to_on'),
    cadre_code: `select coalesce(c.code, '') from agent a left join cadre c on c.id = a.cadre_id where a.id = ?`,
  },
};
