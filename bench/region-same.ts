import type { Context, Outcome, UnnamedCommand } from '../src/cli/command.ts';
import { type Period, periodOf } from '../src/kernel/period.ts';
import type { Row } from '../src/kernel/view.ts';
import { openToRead } from '../src/ledger/open.ts';
import { coverageOf } from '../src/region/commands/report/coverage.ts';
import { headlineOf } from '../src/region/commands/report/headline.ts';
import { matrixOf } from '../src/region/commands/report/matrix.ts';
import { petitionsOf } from '../src/region/commands/report/petitions.ts';
import { resolutionOf } from '../src/region/commands/report/resolution.ts';
import { type RegionSource, sourceOf } from '../src/region/commands/report/source.ts';
import { type Counted, regionTable } from '../src/region/commands/report/table.ts';
import type { FactsReader } from '../src/region/facts/reader.ts';
import { coverage } from '../src/reports/coverage/command.ts';
import { headline } from '../src/reports/headline/command.ts';
import { matrix } from '../src/reports/matrix.ts';
import { petitions } from '../src/reports/petitions/command.ts';
import { resolution } from '../src/reports/resolution/command.ts';
import { comparedMeans, ownRows, type Sheet } from '../test/support/own-scorecard.ts';
import type { MadeCounty } from './region-counties.ts';

/** Months, a quarter, the year, and days that are no period of a calendar. */
const PERIODS: readonly Period[] = [
  ...['2023-06', '2023-09', '2023-12'].map(month => periodOf({ month }, '')),
  periodOf({ quarter: '2023-Q3' }, ''),
  periodOf({ year: '2023' }, ''),
  { from: '2023-06-11', to: '2023-10-23' },
];

const ROUNDED = 1e-3;

type Count = (source: RegionSource, period: Period, today: string) => Promise<Counted<never>>;
interface Report {
  readonly name: string;
  readonly own: UnnamedCommand;
  readonly options: object;
  readonly count: Count;
}

/** Each report of a region, with the one in a county's own ledger that counts all its units together. */
const REPORTS: readonly Report[] = [
  { name: 'coverage', own: coverage, options: { by: 'banner' }, count: coverageOf as never },
  { name: 'resolution', own: resolution, options: { by: 'banner' }, count: resolutionOf as never },
  {
    name: 'matrix',
    own: matrix,
    options: {},
    count: ((source: RegionSource, period: Period, today: string) => matrixOf(source, period, today, 'both')) as never,
  },
  { name: 'petitions', own: petitions, options: { by: 'unit' }, count: petitionsOf as never },
  { name: 'headline', own: headline, options: {}, count: headlineOf as never },
];

/** Sheets of the scorecard. */
const SHEETS: readonly Sheet[] = [
  ...['Q1', 'Q2', 'Q3', 'Q4'].map(quarter => ({ quarter: `2023-${quarter}` })),
  { year: '2023' },
];

/** The figures of a county's own reports, by report, period and column; the rows of its scorecard, by sheet. */
export interface OwnFigures {
  readonly reports: ReadonlyMap<string, Row>;
  readonly points: ReadonlyMap<Sheet, readonly Row[]>;
}

const placeOf = (report: string, period: Period) => `${report} ${period.from} ${period.to}`;

/** Runs a county's own reports on its ledger. */
export function ownFigures({ path }: MadeCounty, today: string): OwnFigures {
  const db = openToRead(path);
  try {
    const context = { db, today, remark: () => {} } as unknown as Context;
    const reports = PERIODS.flatMap(period =>
      REPORTS.map(({ name, own, options }) => {
        const { view } = own.run(context, { ...period, ...options } as never) as Outcome;
        const row = view.shape === 'card' ? view.row : ((view as { totals?: Row }).totals ?? {});
        return [placeOf(name, period), row] as const;
      }),
    );
    const points = SHEETS.map(sheet => [sheet, ownRows(db, today, sheet)] as const);
    return { reports: new Map(reports), points: new Map(points) };
  } finally {
    db.close();
  }
}

/** What was compared, and each figure that is not what it should be. */
export interface Comparison {
  readonly figures: number;
  readonly differences: readonly string[];
}

/**
 * Compares every figure of every report with the counties' own: each county with itself, each league and the region with
 * the sum of its counties; a rate with the parts of its counties; the points of a county with the means of its own scorecard.
 * Medians and ranks are no sums.
 */
export async function compared(
  reader: FactsReader,
  own: ReadonlyMap<string, OwnFigures>,
  today: string,
): Promise<Comparison> {
  const source = await sourceOf(reader, new Map());
  const differences: string[] = [];
  let figures = 0;
  const same = (what: string, found: unknown, expected: unknown) => {
    figures++;
    // Rates are rounded to a tenth of a per cent, shares so that they come to a whole; counts are exact.
    const isSame =
      typeof found === 'number' && typeof expected === 'number'
        ? found === expected || (found <= 1 && expected <= 1 && Math.abs(found - expected) < ROUNDED)
        : found === expected;
    if (!isSame) differences.push(`${what}: ${found} instead of ${expected}`);
  };
  same('the counties', source.counties.join(), [...own.keys()].sort().join());
  for (const period of PERIODS)
    for (const { name, count } of REPORTS) {
      const counted = await count(source, period, today);
      const place = placeOf(name, period);
      for (const [county, { reports }] of own) {
        const found = counted.figures(counted.byCounty.get(county) ?? counted.none);
        const expected = reports.get(place) ?? {};
        for (const { key } of counted.columns)
          if (key !== 'rank') same(`${county} ${place} ${key}`, found[key] ?? null, expected[key] ?? null);
      }
      sums(counted, source, own, place, same);
    }
  for (const [county, { points }] of own)
    for (const [sheet, rows] of points) {
      const means = await comparedMeans(reader, county, sheet, rows);
      figures += means.figures;
      differences.push(...means.differences);
    }
  return { figures, differences };
}

function sums(
  counted: Counted<never>,
  source: RegionSource,
  own: ReadonlyMap<string, OwnFigures>,
  place: string,
  same: (what: string, found: unknown, expected: unknown) => void,
): void {
  for (const by of ['league', 'region'] as const)
    for (const row of regionTable(counted, source, by).rows) {
      const code = String(row[`${by}_code`]);
      const within = source.counties.filter(county => county.startsWith(code));
      for (const { key, kind } of counted.columns) {
        if (['median_days', 'rank'].includes(key)) continue;
        const expected =
          kind === 'rate'
            ? rateOf(
                within.map(county => counted.shares[key]?.(counted.byCounty.get(county) ?? counted.none) ?? [0, 0]),
              )
            : within.reduce((sum, county) => sum + Number(own.get(county)?.reports.get(place)?.[key] ?? 0), 0);
        same(`${code} ${place} ${key}`, row[key] ?? null, expected);
      }
    }
}

function rateOf(parts: readonly (readonly [number, number | null])[]): number | null {
  const [part, whole] = [0, 1].map(i => parts.reduce((sum, each) => sum + Number(each[i]), 0)) as [number, number];
  return whole === 0 ? null : part / whole;
}
