// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface DeadlineRuleTable {
  id: Generated<number>;
  code: string;
  name_zh: string;
  name_en: string;
  starts_zh: string;
  starts_en: string;
  length: number;
  length_unit: 'day' | 'workday' | 'month' | 'named';
  roll: 'none' | 'next_workday';
  extension_length: number;
  extension_unit: 'day' | 'month';
  extension_zh: string;
  extension_en: string;
  citation_zh: string;
  citation_en: string;
  is_law: 0 | 1;
  from_on: Day;
  to_on: Day;
  pauses: Generated<'' | 'suspension' | 'appraisal'>;
  extension_is_law: Generated<0 | 1>;
}

export interface HolidayTable {
  id: Generated<number>;
  day: string;
  is_workday: 0 | 1;
  name: string;
  import_id: number | null;
}

export interface ConfirmationTable {
  id: Generated<number>;
  rule_id: number;
  confirmed_on: Day;
  confirmed_by: string;
  note: string;
  withdrawn_on: Day | null;
}
