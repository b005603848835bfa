// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface OperatorTable {
  id: Generated<number>;
  name: string;
  unit_id: number;
  role: 'clerk' | 'head' | 'admin' | 'auditor';
  system_user: string | null;
  passphrase: string | null;
  retired_on: Day | null;
}
