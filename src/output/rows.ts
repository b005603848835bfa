import type { Row } from '../kernel/view.ts';
import type { Grid } from './measure.ts';

/** The rows of a table: those that decided how it is drawn, with their cells, and those that come after them. */
export interface Rows {
  readonly sample: readonly Row[];
  /** The cells of the sample in all columns, and last those of the totals where there are any. */
  readonly cells: Grid;
  readonly later: Iterable<Row>;
  cellsOf(row: Row): readonly string[];
}
