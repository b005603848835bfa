// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface SiteTable {
  id: Generated<number>;
  code: string;
  kind: 'command_centre' | 'work_station' | 'working_group' | 'leading_group';
  unit_id: number;
  name: string;
  founded_on: Day | null;
  host_place: string;
  forces: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface PostTable {
  id: Generated<number>;
  code: string;
  site_id: number;
  role: 'head' | 'deputy' | 'member';
  holder: string;
  duty_title: string;
  category:
    | 'committee'
    | 'group_head'
    | 'grid_worker'
    | 'veteran_member'
    | 'veteran_cadre'
    | 'resident'
    | 'office'
    | null;
  phone: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
  establishment_id: number | null;
}

export interface RoomTable {
  id: Generated<number>;
  code: string;
  site_id: number;
  kind: 'front' | 'back' | 'window' | 'office' | 'mediation' | 'file';
  name: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface EstablishmentTable {
  id: Generated<number>;
  code: string;
  site_id: number;
  kind: 'administrative' | 'institution' | 'political_legal' | 'service';
  title: string;
  seats: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}
