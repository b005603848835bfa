// Written by `npm run schema` from the migrated database; a test compares the two.
import type { Generated } from 'kysely';

export interface OfficeTable {
  id: Generated<number>;
  unit_id: number;
  public_key: string;
  recipient: string;
  is_own: Generated<0 | 1>;
}

export interface EditionTable {
  id: Generated<number>;
  noun: string;
  key: string;
  counter: number;
  hash: string;
  writer: string;
  seq: number;
}

export interface BundleTable {
  id: Generated<number>;
  direction: 'sent' | 'received';
  unit_id: number;
  serial: number;
  made_at: string;
  handled_at: string;
  sha256: string;
  seq: number;
  since: number | null;
  records: number;
  seen_at: string | null;
}
