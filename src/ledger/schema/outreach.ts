// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface OutreachTable {
  id: Generated<number>;
  code: string;
  unit_id: number;
  subject: '' | 'agency' | 'law' | 'policy';
  topic: string;
  kind: 'lecture' | 'leaflet' | 'broadcast' | 'online' | 'notice' | 'home' | 'meeting';
  held_on: Day;
  people: number | null;
  place: string;
  import_id: number | null;
  withdrawn_on: Day | null;
}
