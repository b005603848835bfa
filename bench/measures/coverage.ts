import type { Measure } from '../measure.ts';
import type { Place } from '../place.ts';
import { isThere } from '../run.ts';
import { aboveNode } from './start-up.ts';

/** The periods of the coverage reports: everything, one year, and a span in the middle of all years. */
const PERIODS: readonly (readonly string[])[] = [
  [],
  ['--year', '2023'],
  ['--from', '2018-06-15', '--to', '2022-03-03'],
];

const report = (ledger: string, period: readonly string[]) => [
  ...['report', 'coverage', ...period, '--format', 'json', '--quiet', '--ledger', ledger],
];

/** The slowest of the periods: any of them may be asked for. */
const slowest = (place: Place, ledger: string) =>
  Math.max(...PERIODS.map(period => aboveNode(place.rounds, report(ledger, period))));

const TENTH = 270_000;

export const COVERAGE: readonly Measure[] = [
  {
    name: 'coverage 3M',
    what: 'coverage of any period, 3 million visits',
    against: 'above node -e 0',
    unit: 'ms',
    must: 60,
    stretch: 40,
    isLong: true,
    command: place => report(place.withVisits(3_000_000), PERIODS[2] ?? []),
    measure: place => slowest(place, place.withVisits(3_000_000)),
  },
  {
    name: 'coverage x10',
    what: 'the same for ten times the visits: 3 million against 270 thousand',
    against: 'above node -e 0, each',
    unit: 'ratio',
    must: 2,
    stretch: 1.5,
    isLong: true,
    measure: place => slowest(place, place.withVisits(3_000_000)) / slowest(place, place.withVisits(TENTH)),
  },
  {
    name: 'coverage x100',
    what: 'the same again: 30 million against 3 million',
    against: 'above node -e 0, each',
    unit: 'ratio',
    must: 2,
    stretch: 1.5,
    isLong: true,
    measure: place =>
      isThere('sh', '-c', `[ $(df -k --output=avail "${place.folder}" | tail -1) -gt 20000000 ]`)
        ? slowest(place, place.withVisits(30_000_000)) / slowest(place, place.withVisits(3_000_000))
        : 'less than 20 GB free',
  },
];
