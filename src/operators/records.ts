import type { AreaRecords } from '../register/kind.ts';
import { operatorChecks } from './checks.ts';
import { OPERATOR_TITLE } from './store.ts';

/** The history has everything of an operator but the passphrase. */
export const operatorRecords: AreaRecords = {
  kinds: [
    {
      noun: 'operator',
      title: OPERATOR_TITLE,
      table: 'operator',
      current: {
        unit_code: '(select code from unit_term where unit_id = t.unit_id order by from_on desc limit 1)',
        role: 't.role',
        system_user: 't.system_user',
        retired_on: 't.retired_on',
      },
    },
  ],
  checks: operatorChecks,
};
