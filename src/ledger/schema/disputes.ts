// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface DisputeTable {
  id: Generated<number>;
  title: string;
  facts: string;
  place: string;
  grade: 'simple' | 'complex' | 'major';
  category_id: number;
  source_id: number;
  people: number;
  amount_fen: number | null;
  visit_id: number | null;
  risk: '' | 'red' | 'yellow' | 'blue' | 'green';
  prevented_crime: 0 | 1;
  rights_notified_on: Day | null;
  settled_on: Day | null;
  closed_on: Day | null;
  refused: Generated<0 | 1>;
  file_number: Generated<string>;
  shelf: Generated<string>;
  retention: Generated<'' | 'permanent' | 'long' | 'short'>;
  pages: number | null;
  filed_by: Generated<string>;
  filed_on: Day | null;
  window_id: number | null;
}

export interface AgreementTable {
  id: Generated<number>;
  case_id: number;
  move_id: number;
  form: 'oral' | 'written';
  content: string;
  amount_fen: number | null;
  perform_by: string | null;
  mediator_on: Day | null;
  committee_on: Day | null;
  effective_on: Day | null;
}

export interface SignatureTable {
  id: Generated<number>;
  agreement_id: number;
  party_id: number;
  signed_on: Day;
}

export interface ReferralTable {
  id: Generated<number>;
  case_id: number;
  department_id: number;
  move_id: number;
  ended_by: number | null;
  referred_on: Day;
  due_on: Day;
  answered_on: Day | null;
  answer: string;
}

export interface SupervisionTable {
  id: Generated<number>;
  case_id: number;
  unit_id: number;
  move_id: number;
  ended_by: number | null;
  supervised_on: Day;
  due_on: Day;
  note: string;
  ending: '' | 'replied' | 'settled' | 'lapsed';
  ended_on: Day | null;
  reply: string;
}

export interface SessionPlaceTable {
  id: Generated<number>;
  case_id: number;
  move_id: number;
  room_id: number | null;
  window_id: number | null;
  on_day: Day;
  from_minute: number | null;
  until_minute: number | null;
}

export interface CategoryTable {
  id: Generated<number>;
  code: string;
  name_zh: string;
  name_en: string;
  warning: '' | 'tenure' | 'family';
  written: Generated<0 | 1>;
}

export interface SourceTable {
  id: Generated<number>;
  code: string;
  name_zh: string;
  name_en: string;
}
