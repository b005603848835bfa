import type { Context, Outcome } from '../../src/cli/command.ts';
import type { Row, Table } from '../../src/kernel/view.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import { quarterOf, yearOf } from '../../src/region/commands/report/scorecard.ts';
import { sourceOf } from '../../src/region/commands/report/source.ts';
import type { FactsReader } from '../../src/region/facts/reader.ts';
import { scorecard } from '../../src/reports/scorecard/command.ts';

/** What no mean of points has. */
const LABELS = ['unit_code', 'unit', 'rank', 'spread_rank', 'outcome'];

export type Sheet = { readonly quarter: string } | { readonly year: string };

/** The rows of a county's own scorecard; none where it refuses. */
export function ownRows(db: Db, today: string, sheet: Sheet): readonly Row[] {
  const context = { db, today, remark: () => {}, zone: () => 0 } as unknown as Context;
  const { view } = scorecard.run(context, sheet as never) as Outcome;
  return (view as Table).rows as Row[];
}

/** Means are kept in hundredths. */
const ROUNDED = 0.005 + 1e-9;

/** Compares each column of a county with the mean of its own scorecard's, over the units that have points there. */
export async function comparedMeans(
  reader: FactsReader,
  county: string,
  sheet: Sheet,
  own: readonly Row[],
): Promise<{ readonly figures: number; readonly differences: readonly string[] }> {
  const source = await sourceOf(reader, new Map());
  const counted = await ('quarter' in sheet ? quarterOf(source, sheet.quarter) : yearOf(source, sheet.year));
  const found = counted.figures(counted.byCounty.get(county) ?? counted.none);
  const keys = Object.keys(own[0] ?? {}).filter(key => !LABELS.includes(key));
  const wanted = new Map(keys.map(key => [key, meanOf(own.map(row => row[key]))]));
  const expected = new Map([['subjects', own.length], ...wanted]);
  const differences = [...expected].flatMap(([key, mean]) => {
    const figure = found[key] ?? null;
    const isSame = mean === null ? figure === null : typeof figure === 'number' && Math.abs(figure - mean) <= ROUNDED;
    return isSame ? [] : [`${county} scorecard ${Object.values(sheet)} ${key}: ${figure} instead of ${mean}`];
  });
  return { figures: expected.size, differences };
}

function meanOf(cells: readonly unknown[]): number | null {
  const points = cells.filter(cell => typeof cell === 'number');
  return points.length === 0 ? null : points.reduce((sum, each) => sum + each, 0) / points.length;
}
