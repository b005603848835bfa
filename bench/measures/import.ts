import { campaignFile, fresh, visitsFiles } from '../fixture.ts';
import { duckdbImport, shellImport, visitImport } from '../import.ts';
import type { Measure } from '../measure.ts';
import type { Place } from '../place.ts';
import { inTurns, isThere, medianOf, peakMemory, type Run, ratio, tiaochu } from '../run.ts';

const WHAT = 'import of 271,229 visits, all rules on';
const command = (place: Place) => [
  ...['visit', 'import', place.banner().visitsCsv, '--ledger', fresh(place.banner().empty, 'profiled.db')],
];

const MILLIONS = 3_000_000;

/** A file of 3 million visits into an empty ledger, or the campaign into one that holds so many. */
const perRow = (
  name: string,
  what: string,
  long: (place: Place) => { readonly rows: number; readonly run: () => Run },
) =>
  ({
    name,
    what,
    against: 'the import above, per row',
    unit: 'ratio',
    must: 1.2,
    stretch: 1,
    isLong: true,
    measure(place) {
      const { rows, run } = long(place);
      const campaign = campaignFile(place.banner()).rows;
      const times = inTurns(Math.min(place.longRounds, 3), { long: run, short: () => visitImport(place.banner()) });
      return medianOf(times.long, times.short, (a, b) => a / rows / (b / campaign));
    },
  }) satisfies Measure;

export const IMPORT: readonly Measure[] = [
  {
    name: 'import sqlite3',
    what: WHAT,
    against: 'sqlite3 .import into the same keys, indexes, checks',
    unit: 'ratio',
    must: 0.45,
    stretch: 0.3,
    command,
    measure(place) {
      if (!isThere('sqlite3', '--version')) return 'no sqlite3 shell here (apt-get install sqlite3)';
      const banner = place.banner();
      const times = inTurns(place.longRounds, { tiaochu: () => visitImport(banner), shell: () => shellImport(banner) });
      return medianOf(times.tiaochu, times.shell, ratio);
    },
  },
  {
    name: 'import DuckDB',
    what: WHAT,
    against: 'DuckDB: the same file, rules and keys',
    unit: 'ratio',
    must: 0.95,
    stretch: 0.6,
    command,
    measure(place) {
      const duckdb = isThere('sqlite3', '--version') ? duckdbImport(place.banner()) : undefined;
      if (!duckdb) return 'no DuckDB or no sqlite3 shell here (npm install @duckdb/node-api, apt-get install sqlite3)';
      const times = inTurns(place.longRounds, { tiaochu: () => visitImport(place.banner()), duckdb });
      return medianOf(times.tiaochu, times.duckdb, ratio);
    },
  },
  perRow('import 3M', '3 million visits into an empty ledger', place => {
    const { paths, rows } = visitsFiles(place.banner(), MILLIONS);
    const { empty } = place.banner();
    return {
      rows,
      run: () => tiaochu('visit', 'import', ...paths, '--ledger', fresh(empty, 'import.db')),
    };
  }),
  perRow('import into 3M', '271,229 visits into a ledger that holds 3 million', place => {
    const { visitsCsv } = place.banner();
    const ledger = place.withEarlierVisits(MILLIONS);
    return {
      rows: campaignFile(place.banner()).rows,
      run: () => tiaochu('visit', 'import', visitsCsv, '--ledger', fresh(ledger, 'import.db')),
    };
  }),
  {
    name: 'import memory',
    what: 'the most memory at 3 million visits',
    against: 'at 271,229',
    unit: 'ratio',
    must: 1.2,
    stretch: 1,
    isLong: true,
    async measure(place) {
      const { empty, visitsCsv } = place.banner();
      const peak = (...files: readonly string[]) =>
        peakMemory('visit', 'import', ...files, '--ledger', fresh(empty, 'import.db'));
      const few = await peak(visitsCsv);
      const many = await peak(...visitsFiles(place.banner(), MILLIONS).paths);
      process.stderr.write(`${few.toFixed(0)} MB at 271,229 visits, ${many.toFixed(0)} MB at 3 million\n`);
      return many / few;
    },
  },
];
