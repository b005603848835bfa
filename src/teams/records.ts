import type { AreaRecords, RecordKind } from '../register/kind.ts';
import { CADRE_TITLE } from './cadre.ts';
import { teamChecks } from './checks.ts';
import { PAIR_TITLE } from './pair.ts';

const cadre: RecordKind = {
  noun: 'cadre',
  title: CADRE_TITLE,
  table: 'cadre',
  parts: { team_member: 'cadre_id' },
  current: {
    name: 't.name',
    organ: 't.organ',
    duty: 't.duty',
    phone: 't.phone',
    diary_no: 't.diary_no',
    to_on: '(select to_on from team_member where cadre_id = t.id order by from_on desc limit 1)',
  },
};

const pair: RecordKind = { noun: 'pair', title: PAIR_TITLE, table: 'pair', current: { to_on: 't.to_on' } };

export const teamRecords: AreaRecords = { kinds: [cadre, pair], checks: teamChecks };
