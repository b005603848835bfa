import type { Day } from '../kernel/day.ts';
import { type Act, recordChanges } from './events.ts';
import { readSetting, replaceSetting } from './settings.ts';
import type { Sqlite } from './sqlite.ts';

const KEY = 'campaign_from';
const NOUN = 'campaign';
/** There is one campaign, so its events all belong to number 1. */
const ONE = 1;

/** The day from which the campaign runs, where it is set: what lies before it is not demanded of anybody. */
export function campaignStart(handle: Sqlite): Day | undefined {
  return readSetting(handle, KEY);
}

/** Sets the day; the one before stays in the history. */
export function changeCampaignStart(handle: Sqlite, before: Day | undefined, from: Day, act: Act): void {
  replaceSetting(handle, KEY, from);
  recordChanges(handle, NOUN, ONE, [{ field: 'from_on', old: before ?? null, new: from }], act);
}

/** Where the present start stands, for the replay of its history. */
export const campaignCached = {
  noun: NOUN,
  fields: { from_on: `select value from setting where key = '${KEY}' and ? = ${ONE}` },
} as const;
