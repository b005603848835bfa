import { join } from 'node:path';
import type { Measure } from '../measure.ts';
import type { Place } from '../place.ts';
import { inTurns, median, tiaochu } from '../run.ts';

/** All households that were not visited in a month of the demo: some 57,000 lines. */
const words = (place: Place, ...more: readonly string[]) => [
  ...['report', 'missed', '--month', '2023-06', '--limit', '0', '--quiet', '--ledger', place.banner().full, ...more],
];

const missed = (name: string, bounds: Pick<Measure, 'must' | 'stretch'>, more: (place: Place) => readonly string[]) =>
  ({
    name: `missed ${name}`,
    what: `report missed, some 57,000 lines, ${name}`,
    against: '',
    unit: 's',
    ...bounds,
    command: place => words(place, ...more(place)),
    measure: place => median(inTurns(place.rounds, { report: () => tiaochu(...words(place, ...more(place))) }).report),
  }) satisfies Measure;

export const MISSED: readonly Measure[] = [
  missed('CSV', { must: 400, stretch: 100 }, () => ['--format', 'csv']),
  missed('table', { must: 1500, stretch: 500 }, () => ['--format', 'table']),
  missed('XLSX', { must: 2000, stretch: 1000 }, place => ['--output', join(place.folder, 'missed.xlsx')]),
];
