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
  text: Generated<string>;
}

export interface VillageRuleStepTable {
  id: Generated<number>;
  code: string;
  unit_id: number;
  version: number;
  step: 'draft' | 'discussion' | 'vote' | 'publication';
  done_on: Day;
  voters: number | null;
  present: number | null;
  votes_for: number | null;
  votes_against: number | null;
  abstained: number | null;
  note: string;
  withdrawn_on: Day | null;
  import_id: number | null;
}
