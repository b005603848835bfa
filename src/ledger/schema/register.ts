// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface ColumnNameTable {
  id: Generated<number>;
  name: string;
  column_key: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
