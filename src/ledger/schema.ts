import type { Generated } from 'kysely';
import type { Day } from '../kernel/day.ts';

/** The tables as Kysely sees them; the SQL that makes them is in migrations/. */
export interface Schema {
  setting: { key: string; value: string };
  journal: JournalTable;
  import: ImportTable;
  event: EventTable;
  unit: { id: Generated<number>; import_id: number | null };
  unit_term: UnitTermTable;
  cadre: CadreTable;
  team_member: TeamMemberTable;
  pair: PairTable;
  household: HouseholdTable;
  assignment: AssignmentTable;
  domain: DomainTable;
  visit: VisitTable;
  matter: MatterTable;
  offer: OfferTable;
  site: StandingTable;
  agent: StandingTable;
  guidance_unit: StandingTable;
  village_rule: StandingTable;
}

interface JournalTable {
  id: Generated<number>;
  at: string;
  operator: string;
  command: string;
  records: string;
  counts: string;
  reason: string | null;
}

interface ImportTable {
  id: Generated<number>;
  at: string;
  operator: string;
  noun: string;
  file: string;
  read: number;
  added: number;
  changed: number;
  already: number;
  rejected: number;
  undone_at: string | null;
}

interface EventTable {
  id: Generated<number>;
  at: string;
  operator: string;
  noun: string;
  record_id: number;
  on_day: Day;
  field: string;
  old_value: string | number | null;
  new_value: string | number | null;
  reason: string | null;
  import_id: number | null;
}

interface UnitTermTable {
  id: Generated<number>;
  unit_id: number;
  code: string;
  name: string;
  level: 'banner' | 'township' | 'village' | 'community';
  parent_id: number | null;
  from_on: Day;
  to_on: Day;
}

interface CadreTable {
  id: Generated<number>;
  code: string;
  name: string;
  organ: string;
  duty: string;
  phone: string;
  diary_no: string;
  import_id: number | null;
}

interface TeamMemberTable {
  id: Generated<number>;
  cadre_id: number;
  unit_id: number;
  from_on: Day;
  to_on: Day;
}

interface PairTable {
  id: Generated<number>;
  code: string;
  unit_id: number;
  cadre_a: number;
  cadre_b: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

interface HouseholdTable {
  id: Generated<number>;
  code: string;
  unit_id: number;
  head_name: string;
  people: number | null;
  phone: string;
  address: string;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

interface AssignmentTable {
  id: Generated<number>;
  household_id: number;
  pair_id: number;
  responsible_id: number;
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

interface DomainTable {
  id: number;
  code: string;
  name_zh: string;
  name_en: string;
  is_key: 0 | 1;
  from_on: Day;
  to_on: Day;
}

interface VisitTable {
  id: Generated<number>;
  household_id: number;
  visited_on: Day;
  mode: 'home' | 'phone' | 'absent';
  pair_id: number;
  substitute: 0 | 1;
  domains: number;
  diary: string;
  diary_by: number;
  import_id: number | null;
}

interface MatterTable {
  id: Generated<number>;
  kind: 'dispute' | 'petition';
  number: string;
  holder_id: number;
  status: string;
}

interface OfferTable {
  id: Generated<number>;
  matter_id: number;
  to_unit: number;
  ending: string;
}

/** What of a table is asked when its unit is to be closed. */
interface StandingTable {
  id: Generated<number>;
  unit_id: number;
  to_on: Day;
}
