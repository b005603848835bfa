// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface AppointmentTable {
  id: Generated<number>;
  case_id: number;
  unit_id: number;
  move_id: number;
  ended_by: number | null;
  on_day: Day;
  from_minute: number;
  until_minute: number;
  place: string;
  room_id: number | null;
  mediators: string;
  ending: '' | 'kept' | 'missed' | 'replaced' | 'cancelled' | 'lapsed';
}
