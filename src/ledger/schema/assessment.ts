// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface SchemeTable {
  id: Generated<number>;
  code: string;
  name: string;
  annual: 'mean';
  from_on: Day;
  to_on: Day;
  import_id: number | null;
}

export interface IndicatorTable {
  id: Generated<number>;
  scheme_id: number;
  code: string;
  name_zh: string;
  name_en: string;
  weight: number;
  source:
    | 'coverage'
    | 'acceptance_rate'
    | 'reply_rate'
    | 'repeat'
    | 'satisfaction_rate'
    | 'response_rate'
    | 'meetings_held'
    | 'settlement_rate'
    | 'escalation_rate'
    | 'overdue'
    | 'needs_rate'
    | 'benefits'
    | 'hardship_rate'
    | 'village_rules_rate'
    | 'manual';
  rule: string;
  import_id: number | null;
}

export interface ManualValueTable {
  id: Generated<number>;
  indicator_id: number;
  subject_code: string;
  quarter: string;
  value: number;
  note: string;
  import_id: number | null;
}

export interface ResultTable {
  id: Generated<number>;
  scheme_id: number;
  quarter: string;
  subject_code: string;
  subject_name: string;
  indicator_id: number;
  weight: number;
  value: number | null;
  score: number;
  inputs: string;
  hash: string;
  frozen_at: string;
}

export interface OutcomeTable {
  id: Generated<number>;
  subject_code: string;
  year: string;
  text: string;
  withdrawn_on: Day | null;
}
