// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface VisitStandardTable {
  id: Generated<number>;
  code: string;
  name_zh: string;
  name_en: string;
  visits: number;
  per: 'month' | 'quarter' | 'half-year' | 'year';
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
