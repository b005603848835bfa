// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface NeedTable {
  id: Generated<number>;
  code: string;
  household_id: number;
  visit_id: number | null;
  category: string;
  content: string;
  raised_on: Day;
  owner: string;
  department_id: number | null;
  cadre_id: number | null;
  agent_id: number | null;
  due_on: Day | null;
  result: string;
  feedback_on: Day | null;
  satisfaction: '' | 'satisfied' | 'basically' | 'not';
  import_id: number | null;
  withdrawn_on: Day | null;
}
