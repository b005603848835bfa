import type { AreaRecords } from '../register/kind.ts';
import { AGENT_TITLE } from './agent.ts';
import { agentChecks } from './checks.ts';

export const agentRecords: AreaRecords = {
  kinds: [
    {
      noun: 'agent',
      title: AGENT_TITLE,
      table: 'agent',
      current: {
        name: 't.name',
        phone: 't.phone',
        to_on: 't.to_on',
        cadre_code: `coalesce((select code from cadre where id = t.cadre_id), '')`,
      },
    },
  ],
  checks: agentChecks,
};
