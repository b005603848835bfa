import type { Day } from '../../kernel/day.ts';
import { keysOf, mapValues } from '../../kernel/keys.ts';
import { type Period, untilToday } from '../../kernel/period.ts';
import { COUNTS, type PetitionCounts } from '../../reports/petitions/figures.ts';
import { type FactsReader, factsFrom } from '../facts/reader.ts';
import { type ByCounty, countsByCounty } from './by-county.ts';
import { said } from './condition.ts';

export const NO_PETITIONS: PetitionCounts = mapValues(COUNTS, () => 0);

/** What the table of petitions counts, county by county, as they stood on the last day that has come. */
export function petitionsByCounty(reader: FactsReader, period: Period, today: Day): Promise<ByCounty<PetitionCounts>> {
  const counted = untilToday(period, today);
  const query = factsFrom('petition_state')
    .select(({ fn }) => [
      'county',
      ...keysOf(COUNTS).map(key => fn.sum<number>('petitions').filterWhere(said(COUNTS[key], counted)).as(key)),
    ])
    .where('from_on', '<=', counted.to)
    .where('to_on', '>', counted.to)
    .groupBy('county');
  return countsByCounty(reader, NO_PETITIONS, [query]);
}
