import { share } from '../../kernel/figures.ts';
import { type Column, column, detail, type Row, sumOf } from '../../kernel/view.ts';

/** The figures of one row of the coverage table. */
export type CoverageFigures = ReturnType<typeof noFigures>;

/** A coverage table: its rows, and the figures of all of them together. */
export interface CoverageTable {
  readonly rows: readonly Row[];
  readonly totals: CoverageFigures;
}

export const COVERAGE_COLUMNS: readonly Column[] = [
  column('households', '户数', 'Households', 'integer'),
  column('assigned', '已包', 'Assigned', 'integer'),
  column('visited', '已访户', 'Visited', 'integer'),
  column('coverage', '覆盖率', 'Coverage', 'rate'),
  column('visits', '入户户次', 'Visits', 'integer'),
  detail('phone', '电话', 'Phone', 'integer'),
  detail('absent', '家中无人', 'Absent', 'integer'),
  sumOf(column('missed', '未访户', 'Missed', 'integer'), ['households'], ['visited']),
];

export function noFigures() {
  return { households: 0, assigned: 0, visited: 0, visits: 0, phone: 0, absent: 0 };
}

/** Adds figures into a running sum. */
export function addFigures(sum: CoverageFigures, more: Partial<CoverageFigures> = {}): CoverageFigures {
  for (const key of Object.keys(sum) as (keyof CoverageFigures)[]) sum[key] += more[key] ?? 0;
  return sum;
}

/** The sum of a key in a map, begun at nothing where there is none yet. */
export function addTo<K>(sums: Map<K, CoverageFigures>, key: K, more?: Partial<CoverageFigures>): void {
  sums.set(key, addFigures(sums.get(key) ?? noFigures(), more));
}

/** A row with its share: coverage is visited over households, empty where there is no household. */
export function coverageRow(labels: Row, figures: CoverageFigures): Row {
  const { households, visited } = figures;
  return { ...labels, ...figures, coverage: share(visited, households), missed: households - visited };
}
