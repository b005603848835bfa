// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface WindowTable {
  id: Generated<number>;
  code: string;
  name: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
  site_id: number | null;
}

export interface StationingTable {
  id: Generated<number>;
  code: string;
  window_id: number;
  department_id: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface ServiceTable {
  id: Generated<number>;
  code: string;
  window_id: number;
  kind: 'notary' | 'legal_aid' | 'outreach' | 'consultation';
  served_on: Day;
  people: number;
  note: string;
  import_id: number | null;
  withdrawn_on: Day | null;
}
