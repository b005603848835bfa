// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface CaseTable {
  id: Generated<number>;
  kind: 'dispute' | 'petition';
  number: string;
  unit_id: number;
  year: number;
  serial: number;
  registered_on: Day;
  status: string;
  holder_id: number;
  last_on: Day;
  old_number: string | null;
  import_id: number | null;
}

export interface FormerNumberTable {
  id: Generated<number>;
  case_id: number;
  number: string;
  unit_id: number;
  kind: 'dispute' | 'petition';
  year: number;
  serial: number;
  renumbered_to: string;
  renumbered_on: Day;
  at: string;
  operator: string;
  reason: string;
}

export interface CaseStatusTable {
  kind: 'dispute' | 'petition';
  status: string;
}

export interface MoveTable {
  id: Generated<number>;
  case_id: number;
  name: string;
  on_day: Day;
  at: string;
  operator: string;
  unit_id: number;
  status: string;
  holder_id: number;
  reason: string;
  details: string;
  import_id: number | null;
}

export interface VoidedMoveTable {
  id: Generated<number>;
  move_id: number;
  case_id: number;
  name: string;
  on_day: Day;
  at: string;
  operator: string;
  unit_id: number;
  status: string;
  holder_id: number;
  reason: string;
  details: string;
  import_id: number | null;
  voided_at: string;
  voided_by: string;
  voided_on: Day;
  voided_why: string;
  kind: Generated<'stepped_back' | 'corrected'>;
}

export interface OfferTable {
  id: Generated<number>;
  case_id: number;
  kind: 'register' | 'escalate' | 'hand-down' | 'return';
  from_unit: number;
  to_unit: number;
  offered_on: Day;
  due_on: Day;
  answer_by: string | null;
  ended_on: Day | null;
  ending: '' | 'accepted' | 'returned' | 'recalled' | 'lapsed';
  move_id: number | null;
  ended_by: number | null;
}

export interface StayTable {
  id: Generated<number>;
  case_id: number;
  unit_id: number;
  entered_on: Day;
  entry: 'registered' | 'received' | 'reopened';
  from_unit: number | null;
  left_on: Day;
  leaving: '' | 'settled' | 'escalated' | 'handed_down' | 'ended_otherwise';
  to_unit: number | null;
  returned: 0 | 1;
}

export interface DeadlineTable {
  id: Generated<number>;
  case_id: number;
  rule_id: number;
  unit_id: number;
  move_id: number;
  start_on: Day;
  due_on: Day;
  done_on: Day | null;
  done: '' | 'met' | 'moot' | 'extended';
  due_latest: string | null;
  extended_by: Generated<number>;
  ended_by: number | null;
  department_id: number | null;
}

export interface PauseTable {
  id: Generated<number>;
  case_id: number;
  kind: 'suspension' | 'appraisal' | 'hearing';
  from_on: Day;
  to_on: Day | null;
  move_id: number;
  ended_by: number | null;
}

export interface PartyTable {
  id: Generated<number>;
  case_id: number;
  role: 'applicant' | 'respondent' | 'petitioner';
  name: string;
  phone: string;
  id_number: string;
  household_id: number | null;
  removed_on: Day | null;
  kind: Generated<'person' | 'organisation'>;
  sex: Generated<'' | 'male' | 'female'>;
  birth: Generated<string>;
  ethnicity: Generated<string>;
  occupation: Generated<string>;
  address: Generated<string>;
  representative: Generated<string>;
  authority: Generated<string>;
  language: Generated<string>;
  move_id: number | null;
}
