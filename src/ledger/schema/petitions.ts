// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface PetitionTable {
  id: Generated<number>;
  channel: 'visit' | 'letter' | 'call' | 'online';
  kind: 'claim' | 'suggestion';
  demand: string;
  category_id: number;
  people: number;
  repeat_of: number | null;
  external_no: string;
  authority_on: Day | null;
  agent_id: number | null;
  accepted_on: Day | null;
  concluded_on: Day | null;
  outcome: '' | 'support' | 'explain' | 'not_supported';
  notified_on: Day | null;
  rating: '' | 'satisfied' | 'basically' | 'not' | 'none';
  reviewed: 0 | 1;
  dispute_id: number | null;
  closed_on: Day | null;
  class: 'litigation' | 'arbitration' | 'party-appeal' | 'administrative' | 'statutory-duty' | 'residual' | null;
  window_id: number | null;
}

export interface PetitionCategoryTable {
  id: Generated<number>;
  code: string;
  name_zh: string;
  name_en: string;
}

export interface TaskTable {
  id: Generated<number>;
  case_id: number;
  department_id: number;
  move_id: number;
  routed_on: Day;
  due_on: Day | null;
  reported_on: Day | null;
  answer: string;
  ended_by: number | null;
}

export interface NoticeTable {
  id: Generated<number>;
  case_id: number;
  move_id: number;
  kind: 'acceptance' | 'refusal' | 'transfer' | 'extension' | 'opinion';
  unit_id: number;
  department_id: number | null;
  number: string;
  serial: number | null;
  how: '' | 'in-person' | 'mail' | 'message';
  served_on: Day;
}

export interface NoticeSeriesTable {
  id: Generated<number>;
  unit_id: number | null;
  department_id: number | null;
  year: number;
  last: number;
}
