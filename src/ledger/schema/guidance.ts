// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface GuidanceTable {
  id: Generated<number>;
  code: string;
  name: string;
  head: string;
  linked_leader: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface GuidanceUnitTable {
  id: Generated<number>;
  code: string;
  group_id: number;
  unit_id: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface GuidanceVisitTable {
  id: Generated<number>;
  code: string;
  group_id: number;
  unit_id: number;
  visited_on: Day;
  visitors: string;
  looked_at: string;
  withdrawn_on: Day | null;
  import_id: number | null;
}

export interface GuidanceProblemTable {
  id: Generated<number>;
  code: string;
  visit_id: number;
  unit_id: number;
  found_on: Day;
  content: string;
  owner_unit_id: number | null;
  owner_department_id: number | null;
  owner_post_id: number | null;
  due_on: Day;
  result: string;
  done_on: Day | null;
  withdrawn_on: Day | null;
  import_id: number | null;
}
