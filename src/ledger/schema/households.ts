// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface HouseholdTable {
  id: Generated<number>;
  code: string;
  unit_id: number;
  head_name: string;
  people: number | null;
  phone: string;
  address: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface HouseholdKindTable {
  id: Generated<number>;
  household_id: number;
  standard_id: number;
  from_on: Day;
  to_on: Day;
}

export interface AssignmentTable {
  id: Generated<number>;
  household_id: number;
  pair_id: number;
  responsible_id: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
