import type { Measure } from './measure.ts';
import { CASES } from './measures/cases.ts';
import { COVERAGE } from './measures/coverage.ts';
import { DEMO } from './measures/demo.ts';
import { IMPORT } from './measures/import.ts';
import { MISSED } from './measures/missed.ts';
import { START_UP } from './measures/start-up.ts';
import { WRITERS_MEASURES } from './measures/writers.ts';

/** All that is measured, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  ...IMPORT,
  ...START_UP,
  ...COVERAGE,
  ...CASES,
  ...MISSED,
  ...DEMO,
  ...WRITERS_MEASURES,
];
