import type { Cell, Row } from '../../kernel/view.ts';

/** The figures of one row of the coverage table. */
export interface CoverageFigures {
  households: number;
  assigned: number;
  visited: number;
  visits: number;
  phone: number;
  absent: number;
}

export const noFigures = (): CoverageFigures => ({
  households: 0,
  assigned: 0,
  visited: 0,
  visits: 0,
  phone: 0,
  absent: 0,
});

/** Adds figures into a running sum. */
export function addFigures(sum: CoverageFigures, more: Partial<CoverageFigures>): CoverageFigures {
  for (const key of Object.keys(sum) as (keyof CoverageFigures)[]) sum[key] += more[key] ?? 0;
  return sum;
}

/** A row with its share: coverage is visited over households (domain A13), empty where there is no household. */
export function coverageRow(labels: Record<string, Cell>, figures: CoverageFigures): Row {
  const { households, visited } = figures;
  return { ...labels, ...figures, coverage: shareOf(figures), missed: households - visited };
}

export function shareOf({ households, visited }: CoverageFigures): number | null {
  return households === 0 ? null : visited / households;
}
