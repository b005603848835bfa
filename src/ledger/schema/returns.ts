// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface ReturnKindTable {
  id: Generated<number>;
  code: string;
  name: string;
  delivered_by: 'township' | 'village';
  due_day: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface ReceiptTable {
  id: Generated<number>;
  code: string;
  kind_id: number;
  unit_id: number;
  month: string;
  received_on: Day;
  note: string;
  import_id: number | null;
  withdrawn_on: Day | null;
}
