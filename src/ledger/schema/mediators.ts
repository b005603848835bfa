// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface MediatorTable {
  id: Generated<number>;
  code: string;
  name: string;
  unit_id: number;
  sex: 'male' | 'female' | null;
  ethnicity: string;
  languages: string;
  phone: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
