import { applies, choices, dataFile, rowsIn, type Scope } from './data-file.ts';

/** A subject of diaries. */
export interface Topic {
  /** Codes of domains. */
  readonly domains: readonly string[];
  readonly matters: readonly string[];
  /** How an entry ends; the usual endings where empty. */
  readonly outcomes: readonly string[];
}

type Row = Scope & Readonly<Record<'domains' | 'matters', string>> & { readonly outcomes?: string };

const ROWS = rowsIn<Row>(dataFile('topics.csv')).map(({ domains, matters, outcomes, ...scope }) => ({
  scope,
  topic: { domains: domains.split(';'), matters: choices(matters), outcomes: choices(outcomes) },
}));

export const ALL_DOMAINS: readonly string[] = [...new Set(ROWS.flatMap(({ topic }) => topic.domains))];

/** The topics of a month in a village or a community. */
export function topicsFor(month: number, community: boolean): readonly Topic[] {
  return ROWS.filter(({ scope }) => applies(scope, month, community)).map(({ topic }) => topic);
}
