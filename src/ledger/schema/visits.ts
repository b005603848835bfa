// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface DomainTable {
  id: Generated<number>;
  code: string;
  name_zh: string;
  name_en: string;
  from_on: Day;
  to_on: Day;
  kind: Generated<'key' | 'main' | 'other'>;
}

export interface VisitTable {
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

export interface WithdrawnVisitTable {
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
  withdrawn_on: Day;
}

export interface DiaryTable {
  id: Generated<number>;
  visit_id: number;
  number: number;
  diary_by: number;
  diary: string;
  place: string;
  family: string;
  difficulties: string;
  requests: string;
  thoughts: string;
  follow_up: string;
  import_id: number | null;
  withdrawn_on: Day | null;
}

export interface ReadingTable {
  id: Generated<number>;
  code: string;
  visit_id: number;
  entry: number;
  read_by: string;
  post: string;
  read_on: Day;
  remark: string;
  import_id: number | null;
  withdrawn_on: Day | null;
}
