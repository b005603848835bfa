import { dirname, join } from 'node:path';
import { fresh } from '../fixture.ts';
import type { Measure } from '../measure.ts';
import type { Place } from '../place.ts';
import { inTurns, medianOf, tiaochu } from '../run.ts';
import { aboveNode } from './start-up.ts';

const month = (place: Place) => [
  ...['report', 'resolution', '--month', '2023-06', '--format', 'json', '--quiet', '--ledger', place.withDisputes()],
];

const DISPUTES = 50_000;
const VISITS = 271_229;

export const CASES: readonly Measure[] = [
  {
    name: 'resolution 50k',
    what: 'resolution of a month, 50,000 disputes',
    against: 'above node -e 0',
    unit: 'ms',
    must: 80,
    stretch: 50,
    command: month,
    measure: place => aboveNode(place.rounds, month(place)),
  },
  {
    name: 'disputes import',
    what: '50,000 disputes imported, per row',
    against: 'the import of visits, per row',
    unit: 'ratio',
    must: 20,
    stretch: 10,
    isLong: true,
    command: place => ['dispute', 'import', fileOf(place), '--ledger', fresh(place.banner().empty, 'profiled.db')],
    measure(place) {
      const { empty, visitsCsv } = place.banner();
      const file = fileOf(place);
      const times = inTurns(place.longRounds, {
        disputes: () => tiaochu('dispute', 'import', file, '--ledger', fresh(empty, 'import.db')),
        visits: () => tiaochu('visit', 'import', visitsCsv, '--ledger', fresh(empty, 'import.db')),
      });
      return medianOf(times.disputes, times.visits, (disputes, visits) => disputes / DISPUTES / (visits / VISITS));
    },
  },
];

/** The disputes as the ledger that has them was made from. */
const fileOf = (place: Place) => join(dirname(place.withDisputes()), 'many-disputes.csv');
