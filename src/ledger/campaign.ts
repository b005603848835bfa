import type { Day } from '../kernel/day.ts';
import { recordChanges, type Stamp } from './events.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Db } from './sqlite.ts';

const KEY = 'campaign_from';
const NOUN = 'campaign';
/** There is only one campaign: all its events belong to number 1. */
const ONE = 1;

/** The day from which the campaign runs, where it is set: nothing before it is required of anybody. */
export function campaignStart(db: Db): Day | undefined {
  return readSetting(db, KEY);
}

/** Sets the day; the one before stays in the history. */
export function changeCampaignStart(db: Db, before: Day | undefined, from: Day, stamp: Stamp): void {
  writeSetting(db, KEY, from);
  recordChanges(db, NOUN, ONE, [{ field: 'from_on', old: before ?? null, new: from }], stamp);
}

/** The campaign as a kind of record: its history has the earlier days. */
export const campaignKind = {
  noun: NOUN,
  title: { zh: '行动', en: 'campaign' },
  table: `(select ${ONE} as id, value from setting where key = '${KEY}')`,
  current: { from_on: 't.value' },
} as const;
