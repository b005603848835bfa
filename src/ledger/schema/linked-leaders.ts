// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface LinkedLeaderTable {
  id: Generated<number>;
  code: string;
  name: string;
  duty: string;
  unit_id: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
