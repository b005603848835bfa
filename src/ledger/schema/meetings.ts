// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface MeetingTable {
  id: Generated<number>;
  code: string;
  kind: 'half_month' | 'month' | 'quarter' | 'leading_group';
  unit_id: number;
  held_on: Day;
  chair: string;
  linked_leader: string;
  attendees: string;
  summary: string;
  import_id: number | null;
  withdrawn_on: Day | null;
}

export interface MeetingReportTable {
  id: Generated<number>;
  meeting_id: number;
  group_code: string;
  summary: string;
  import_id: number | null;
}

export interface ActionItemTable {
  id: Generated<number>;
  meeting_id: number;
  serial: number;
  code: string;
  text: string;
  owner: string;
  due_on: Day;
  done_on: Day | null;
  result: string;
  import_id: number | null;
}
