import { readSetting, writeSetting } from '../settings.ts';
import type { Db } from '../sqlite.ts';

const SETTING = 'evidence_keys';

/** The public keys that heads of this ledger were signed with, the present one last. */
export function ledgerKeys(db: Db): readonly string[] {
  return JSON.parse(readSetting(db, SETTING) ?? '[]') as string[];
}

/** Signs with another key from now on; what was signed with an earlier one stays valid. */
export function addLedgerKey(db: Db, publicKey: string): void {
  writeSetting(db, SETTING, JSON.stringify([...ledgerKeys(db), publicKey]));
}
