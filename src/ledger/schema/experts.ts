// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface ExpertTable {
  id: Generated<number>;
  code: string;
  name: string;
  department_id: number | null;
  specialties: string;
  engagement: 'on_call' | 'online' | 'seconded';
  phone: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface InvitationTable {
  id: Generated<number>;
  case_id: number;
  expert_id: number;
  unit_id: number;
  invited_on: Day;
  note: string;
  answer: '' | 'accepted' | 'declined';
  answered_on: Day | null;
  reply: string;
  consented: Generated<0 | 1>;
}
