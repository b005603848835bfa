import { join } from 'node:path';
import type { Measure } from '../measure.ts';
import { inTurns, median, tiaochu } from '../run.ts';

export const DEMO: readonly Measure[] = [
  {
    name: 'demo',
    what: 'the demo of a banner',
    against: '',
    unit: 's',
    must: 12_000,
    stretch: 8000,
    isLong: true,
    command: ({ folder }) => ['demo', '--ledger', join(folder, 'demo', 'ledger.db')],
    measure: ({ folder, longRounds }) =>
      median(inTurns(longRounds, { demo: () => tiaochu('demo', '--ledger', join(folder, 'demo', 'ledger.db')) }).demo),
  },
];
