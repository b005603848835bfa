import type { Period } from '../../kernel/period.ts';
import { type CoverageFigures, noFigures } from '../../reports/coverage/figures.ts';
import { type FactsReader, factsFrom } from '../facts/reader.ts';
import { type ByCounty, countsByCounty } from './by-county.ts';

/** The figures of the coverage table, county by county. */
export function coverageByCounty(reader: FactsReader, period: Period): Promise<ByCounty<CoverageFigures>> {
  return countsByCounty(reader, noFigures(), [households(period), assigned(period), visits(period)]);
}

/** Those in the register on any day of the period: of the terms that it touches, each household's first. */
const households = ({ from, to }: Period) =>
  factsFrom('household_span')
    .select(({ fn }) => ['county', fn.sum<number>('households').as('households')])
    .where('from_on', '<=', to)
    .where('to_on', '>', from)
    .where('previous_to', '<=', from)
    .groupBy('county');

const assigned = ({ to }: Period) =>
  factsFrom('assignment_span')
    .select(({ fn }) => ['county', fn.sum<number>('households').as('assigned')])
    .where('from_on', '<=', to)
    .where('to_on', '>', to)
    .groupBy('county');

/** Visits by mode, and the households visited: by their first home visit in the period. */
const visits = ({ from, to }: Period) =>
  factsFrom('visit_day')
    .select(({ fn }) => {
      const made = (mode: string) => fn.sum<number>('visits').filterWhere('mode', '=', mode);
      return [
        'county',
        made('home').filterWhere('previous_on', '<', from).as('visited'),
        made('home').as('visits'),
        made('phone').as('phone'),
        made('absent').as('absent'),
      ];
    })
    .where('visited_on', '>=', from)
    .where('visited_on', '<=', to)
    .groupBy('county');
