import { choices, dataFile, dataRows, includesMonth, includesPlace } from './data-file.ts';

/** A subject of diaries. */
export interface Topic {
  /** Codes of domains. */
  readonly domains: readonly string[];
  readonly matters: readonly string[];
  /** How an entry ends; the usual endings where empty. */
  readonly outcomes: readonly string[];
}

const ROWS = dataRows<'domains' | 'place' | 'months' | 'matters' | 'outcomes'>(dataFile('topics.csv')).map(row => ({
  ...row,
  topic: { domains: row.domains.split(';'), matters: choices(row.matters), outcomes: choices(row.outcomes) },
}));

export const ALL_DOMAINS: readonly string[] = [...new Set(ROWS.flatMap(({ topic }) => topic.domains))];

/** The topics of a month in a village or a community. */
export function topicsFor(month: number, community: boolean): readonly Topic[] {
  return ROWS.filter(row => includesPlace(row.place, community) && includesMonth(row.months, month)).map(
    ({ topic }) => topic,
  );
}
