// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface UnitTable {
  id: Generated<number>;
  import_id: number | null;
  merged_into: number | null;
}

export interface UnitTermTable {
  id: Generated<number>;
  unit_id: number;
  code: string;
  name: string;
  level: 'banner' | 'township' | 'village' | 'community';
  parent_id: number | null;
  from_on: Day;
  to_on: Day;
}
