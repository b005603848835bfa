// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';
import type { Day } from '../../kernel/day.ts';

export interface SettingTable {
  key: string;
  value: string;
}

export interface JournalTable {
  id: Generated<number>;
  at: string;
  operator: string;
  command: string;
  records: string;
  counts: string;
  reason: string | null;
  hash: Generated<string>;
}

export interface SealTable {
  entry: number;
  tbl: string;
  keys: string;
  hashes: Uint8Array;
  removed: string;
}

export interface SealBlockTable {
  entry: number;
  tbl: string;
  first_id: number;
  last_id: number;
  hash: Uint8Array;
}

export interface ImportTable {
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

export interface EventTable {
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

export interface UndoneEventTable {
  id: Generated<number>;
  undone_import: number;
  event_id: number;
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

export interface VisitedTallyTable {
  calendar: string;
  block: number;
  households: Uint8Array;
}

export interface MadeTallyTable {
  calendar: string;
  block: number;
  visits: Uint8Array;
}
