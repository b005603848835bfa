import type { AreaRecords, RecordKind } from '../register/kind.ts';
import { CADRE_TITLE } from './cadre.ts';
import { CADRE_FIELDS } from './cadre-store.ts';
import { teamChecks } from './checks.ts';
import { PAIR_TITLE } from './pair.ts';

const cadre: RecordKind = {
  noun: 'cadre',
  title: CADRE_TITLE,
  table: 'cadre',
  parts: { team_member: 'cadre_id', team_leader: 'cadre_id' },
  current: {
    ...Object.fromEntries(CADRE_FIELDS.map(field => [field, `t.${field}`])),
    leader: `iif(exists (select 1 from team_leader where cadre_id = t.id and to_on = '9999-12-31'), 'yes', 'no')`,
    to_on: '(select to_on from team_member where cadre_id = t.id order by from_on desc limit 1)',
  },
};

const pair: RecordKind = { noun: 'pair', title: PAIR_TITLE, table: 'pair', current: { to_on: 't.to_on' } };

export const teamRecords: AreaRecords = { kinds: [cadre, pair], checks: teamChecks };
