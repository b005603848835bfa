import type { Period } from '../../kernel/period.ts';
import { figuresAt } from '../../reports/headline/figures.ts';
import { type FactsReader, factsFrom } from '../facts/reader.ts';
import { type ByCounty, rowsByCounty } from './by-county.ts';
import { coverageByCounty } from './coverage.ts';

/** The figures of the headline, and what its coverage is a share of. */
export type HeadlineCounts = Readonly<Record<string, number>>;

export const NO_HEADLINE: HeadlineCounts = Object.fromEntries(
  [...figuresAt('banner').map(({ key }) => key), 'visited', 'households'].map(key => [key, 0]),
);

/** What the headline counts, county by county. */
export async function headlineByCounty(reader: FactsReader, period: Period): Promise<ByCounty<HeadlineCounts>> {
  const found = new Map<string, HeadlineCounts>();
  for (const query of [members(period), happenings(period)])
    for (const [county, rows] of await rowsByCounty(reader, query)) {
      const counts = rows.map(({ figure, count }) => [figure, Number(count)] as const);
      found.set(county, { ...(found.get(county) ?? NO_HEADLINE), ...Object.fromEntries(counts) });
    }
  for (const [county, { visited, households }] of await coverageByCounty(reader, period))
    found.set(county, { ...(found.get(county) ?? NO_HEADLINE), visited, households });
  return found;
}

/** Rosters as on the last day. */
const members = ({ to }: Period) =>
  factsFrom('roster_span')
    .select(({ fn }) => ['county', 'figure', fn.sum<number>('members').as('count')])
    .where('from_on', '<=', to)
    .where('to_on', '>', to)
    .groupBy(['county', 'figure']);

/** What happened in the period. */
const happenings = ({ from, to }: Period) =>
  factsFrom('happening_day')
    .select(({ fn }) => ['county', 'figure', fn.sum<number>('happenings').as('count')])
    .where('happened_on', '>=', from)
    .where('happened_on', '<=', to)
    .groupBy(['county', 'figure']);
