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
