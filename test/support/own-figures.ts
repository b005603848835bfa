import { expect } from 'vitest';
import type { Context, Outcome, UnnamedCommand } from '../../src/cli/command.ts';
import { BEGINNING } from '../../src/kernel/day.ts';
import { type Period, periodOf } from '../../src/kernel/period.ts';
import type { Row } from '../../src/kernel/view.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import { coverageOf } from '../../src/region/commands/report/coverage.ts';
import { headlineOf } from '../../src/region/commands/report/headline.ts';
import { matrixOf } from '../../src/region/commands/report/matrix.ts';
import { petitionsOf } from '../../src/region/commands/report/petitions.ts';
import { resolutionOf } from '../../src/region/commands/report/resolution.ts';
import { type RegionSource, sourceOf } from '../../src/region/commands/report/source.ts';
import { type Counted, regionTable } from '../../src/region/commands/report/table.ts';
import type { FactsReader } from '../../src/region/facts/reader.ts';
import { coverage } from '../../src/reports/coverage/command.ts';
import { headline } from '../../src/reports/headline/command.ts';
import { matrix } from '../../src/reports/matrix.ts';
import { petitions } from '../../src/reports/petitions/command.ts';
import { resolution } from '../../src/reports/resolution/command.ts';
import { factsInMemory } from './facts.ts';

/** Months, quarters, a year, odd days, single days, before everything, after it, and into days to come. */
const PERIODS: readonly Period[] = [
  ...['2023-05', '2023-06', '2023-07', '2023-09', '2023-12'].map(month => periodOf({ month }, '')),
  ...['2023-Q2', '2023-Q3', '2023-Q4'].map(quarter => periodOf({ quarter }, '')),
  periodOf({ year: '2023' }, ''),
  { from: BEGINNING, to: '2023-12-31' },
  { from: BEGINNING, to: '2023-08-17' },
  { from: '2023-06-02', to: '2023-06-02' },
  { from: '2023-06-11', to: '2023-07-23' },
  { from: '2023-08-31', to: '2023-10-03' },
  { from: '2021-01-01', to: '2021-12-31' },
  { from: '2023-11-15', to: '2024-06-30' },
  { from: '2024-02-01', to: '2024-02-29' },
];

type Reported = Readonly<Record<keyof typeof OWN, Row>>;

/** The county's own reports of all its units together. */
const OWN = {
  coverage: [coverage, { by: 'banner' }],
  resolution: [resolution, { by: 'banner' }],
  matrix: [matrix, {}],
  petitions: [petitions, { by: 'unit' }],
  headline: [headline, {}],
} as const satisfies Record<string, readonly [UnnamedCommand, object]>;

const REGION: Readonly<
  Record<keyof typeof OWN, (source: RegionSource, period: Period, today: string) => Promise<Counted<never>>>
> = {
  coverage: coverageOf as never,
  resolution: resolutionOf as never,
  matrix: ((source: RegionSource, period: Period, today: string) => matrixOf(source, period, today, 'both')) as never,
  petitions: petitionsOf as never,
  headline: headlineOf as never,
};

/** What a county's own reports have of each period. */
export function ownFigures(db: Db, today: string): readonly Reported[] {
  const context = { db, today, remark: () => {} } as unknown as Context;
  return PERIODS.map(
    period =>
      Object.fromEntries(
        Object.entries(OWN).map(([name, [report, options]]) => {
          const { view } = report.run(context, { ...period, ...options } as never) as Outcome;
          return [name, view.shape === 'card' ? view.row : ((view as { totals?: Row }).totals ?? {})];
        }),
      ) as Reported,
  );
}

/**
 * Every figure of every report and period, from the facts, is the county's own; leagues and the region are the sums of the
 * counties, with rates from the summed parts.
 */
export async function expectSameFigures(
  reader: FactsReader,
  today: string,
  own: ReadonlyMap<string, readonly Reported[]>,
): Promise<void> {
  const source = await sourceOf(reader, new Map());
  expect(source.counties).toEqual([...own.keys()].sort());
  for (const [at, period] of PERIODS.entries())
    for (const [name, countedOf] of Object.entries(REGION)) {
      const counted = await countedOf(source, period, today);
      const keys = counted.columns.map(({ key }) => key);
      for (const [county, reported] of own) {
        const figures = counted.figures(counted.byCounty.get(county) ?? counted.none);
        const expected = reported[at]?.[name as keyof typeof OWN] ?? {};
        expect({ county, name, period, ...only(figures, keys) }).toEqual({
          county,
          name,
          period,
          ...only(expected, keys),
        });
      }
      expectSums(counted, source);
    }
}

/** A league's counts are those of its counties, and its rates come from their parts. */
function expectSums(counted: Counted<never>, source: RegionSource): void {
  const [rows, leagues] = (['county', 'league'] as const).map(by => [...regionTable(counted, source, by).rows]);
  const countsOf = (code: unknown) =>
    source.counties
      .filter(county => county.startsWith(String(code)))
      .map(county => counted.byCounty.get(county) ?? counted.none);
  for (const league of leagues ?? []) {
    const within = (rows ?? []).filter(row => String(row.county_code).startsWith(String(league.league_code)));
    for (const { key, kind } of counted.columns) {
      if (['median_days', 'rank'].includes(key)) continue;
      if (kind !== 'rate') {
        expect([key, league[key]]).toEqual([key, within.reduce((sum, row) => sum + Number(row[key] ?? 0), 0)]);
        continue;
      }
      const parts = countsOf(league.league_code).map(counts => counted.shares[key]?.(counts) ?? [0, 0]);
      const [part, whole] = [0, 1].map(i => parts.reduce((sum, each) => sum + Number(each[i]), 0)) as [number, number];
      if (whole === 0) expect([key, league[key]]).toEqual([key, null]);
      else expect(Math.abs(Number(league[key]) - part / whole)).toBeLessThan(0.001);
    }
  }
}

function only(row: Row, keys: readonly string[]): Row {
  return Object.fromEntries(keys.filter(key => key !== 'rank').map(key => [key, row[key] ?? null]));
}

/** Ledgers as they are met one after the other, each kept as a county of its own with what its own reports have. */
export function countiesMet(db: Db, today: string) {
  const facts = factsInMemory();
  const own = new Map<string, readonly Reported[]>();
  return {
    /** Keeps what the ledger is like now. */
    meet(): void {
      const county = String(150_101 + own.size);
      facts.add(db, today, county);
      own.set(county, ownFigures(db, today));
    },
    expectSameFigures: () => expectSameFigures(facts, today, own),
  };
}
