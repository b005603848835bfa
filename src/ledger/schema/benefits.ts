// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface BenefitTable {
  id: Generated<number>;
  code: string;
  household_id: number;
  programme: string;
  kind: 'told' | 'paid';
  amount_fen: number | null;
  given_on: Day;
  import_id: number | null;
  withdrawn_on: Day | null;
}
