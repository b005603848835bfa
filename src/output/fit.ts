import type { Column } from '../kernel/view.ts';
import { widthOf } from './width.ts';

const WIDEST = 60;
const NARROWEST = 4;
/** The blanks beside a cell. */
export const PADDING = 2;

type Grid = readonly (readonly string[])[];

/** The columns that a terminal has room for: details are hidden first, the last of them before the others. */
export function fittingColumns(
  columns: readonly Column[],
  grid: Grid,
  terminal: number | undefined,
): readonly Column[] {
  if (terminal === undefined) return columns;
  const widths = new Map(columns.map((column, i) => [column, widest(grid, i)]));
  const room = (kept: readonly Column[]) =>
    kept.reduce((sum, column) => sum + (widths.get(column) ?? 0) + PADDING + 1, 1);
  let kept = columns;
  for (const column of columns.toReversed())
    if (column.detail && room(kept) > terminal) kept = kept.filter(other => other !== column);
  return kept;
}

/** Column widths from the widest cell; the widest columns are made narrower until the table fits the terminal. */
export function fittingWidths(grid: Grid, terminal: number | undefined): number[] {
  const widths = (grid[0] ?? []).map((_, i) => widest(grid, i));
  const frame = widths.length * (PADDING + 1) + 1;
  let excess = terminal === undefined ? 0 : widths.reduce((sum, width) => sum + width, frame) - terminal;
  while (excess > 0) {
    const at = widths.indexOf(Math.max(...widths));
    if ((widths[at] ?? 0) <= NARROWEST) break;
    widths[at] = (widths[at] ?? 0) - 1;
    excess--;
  }
  return widths;
}

/** The width of a column's widest line, up to the most that a column gets. */
function widest(grid: Grid, column: number): number {
  let most = 1;
  for (const row of grid)
    for (const line of (row[column] ?? '').split('\n')) {
      most = Math.max(most, widthOf(line));
      if (most >= WIDEST) return WIDEST;
    }
  return most;
}
