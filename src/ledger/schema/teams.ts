// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface CadreTable {
  id: Generated<number>;
  code: string;
  name: string;
  organ: string;
  duty: string;
  phone: string;
  diary_no: string;
  import_id: number | null;
}

export interface TeamMemberTable {
  id: Generated<number>;
  cadre_id: number;
  unit_id: number;
  from_on: Day;
  to_on: Day;
}

export interface TeamLeaderTable {
  id: Generated<number>;
  unit_id: number;
  cadre_id: number;
  from_on: Day;
  to_on: Day;
}

export interface PairTable {
  id: Generated<number>;
  code: string;
  unit_id: number;
  cadre_a: number;
  cadre_b: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
