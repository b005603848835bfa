import { expect } from 'vitest';
import type { Context, Outcome } from '../../src/cli/command.ts';
import type { Row, Table } from '../../src/kernel/view.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import { quarterOf, yearOf } from '../../src/region/commands/report/scorecard.ts';
import { sourceOf } from '../../src/region/commands/report/source.ts';
import type { FactsReader } from '../../src/region/facts/reader.ts';
import { scorecard } from '../../src/reports/scorecard/command.ts';

/** What no mean of points has. */
const LABELS = ['unit_code', 'unit', 'rank', 'spread_rank', 'outcome'];

type Sheet = { readonly quarter: string } | { readonly year: string };

/** The rows of a county's own scorecard; none where it refuses. */
export function ownRows(db: Db, today: string, sheet: Sheet): readonly Row[] {
  const context = { db, today, remark: () => {}, zone: () => 0 } as unknown as Context;
  const { view } = scorecard.run(context, sheet as never) as Outcome;
  return (view as Table).rows as Row[];
}

/** Each column of a county is the mean of its own scorecard's, over the units that have points there. */
export async function expectMeans(
  reader: FactsReader,
  county: string,
  sheet: Sheet,
  own: readonly Row[],
): Promise<void> {
  const source = await sourceOf(reader, new Map());
  const counted = await ('quarter' in sheet ? quarterOf(source, sheet.quarter) : yearOf(source, sheet.year));
  const figures = counted.figures(counted.byCounty.get(county) ?? counted.none);
  const keys = Object.keys(own[0] ?? {}).filter(key => !LABELS.includes(key));
  expect(figures.subjects).toBe(own.length);
  expect(keys.length).toBeGreaterThan(2);
  for (const key of keys) {
    const points = own.flatMap(row => (typeof row[key] === 'number' ? [row[key]] : []));
    const mean = points.reduce((sum, each) => sum + each, 0) / points.length;
    if (points.length === 0) expect([key, figures[key] ?? null]).toEqual([key, null]);
    else expect([key, Math.abs(Number(figures[key]) - mean) <= 0.005 + 1e-9]).toEqual([key, true]);
  }
}
