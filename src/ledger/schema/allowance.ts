// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface AllowanceRateTable {
  id: Generated<number>;
  code: string;
  grade: 'simple' | 'complex' | 'major';
  form: 'oral' | 'written';
  performed: 'yes' | 'no';
  amount_fen: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
