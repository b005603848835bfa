// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface VillageRuleTable {
  id: Generated<number>;
  code: string;
  unit_id: number;
  kind: 'rule' | 'compact';
  title: string;
  version: number;
  adopted_on: Day;
  filed_on: Day | null;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
