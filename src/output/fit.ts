import type { Column } from '../kernel/view.ts';
import { type Grid, type Measured, measured } from './measure.ts';

/** The blanks beside a cell. */
export const PADDING = 2;

/** How a table is drawn: its columns with their widths, the texts under each row, and what is left out. */
export interface Fit {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  /** Long texts, which are paragraphs under their rows. */
  readonly below: readonly Column[];
  /** Columns that are empty in all rows that are known; where a later one has something, it is written under it. */
  readonly empty: readonly Column[];
  /** Details for which there is no room. */
  readonly hidden: readonly Column[];
}

/**
 * How a table fits a terminal, or undefined where it does not: then its rows are blocks of labels and values. What is given
 * up in turn: columns without anything in them, details, and last the places of long texts.
 */
export function fitted(columns: readonly Column[], grid: Grid, terminal: number | undefined): Fit | undefined {
  const all = measured(columns, grid);
  if (terminal === undefined || widthFor(all, ({ want }) => want) <= terminal) return fitOf(all, {}, terminal);
  const fits = (kept: readonly Measured[]) => widthFor(kept, ({ least }) => least) <= terminal;
  if (fits(all)) return fitOf(all, {}, terminal);
  const empty = all.filter(({ isEmpty, at }) => isEmpty && at > 0 && grid.length > 1);
  const filled = all.filter(column => !empty.includes(column));
  const place = placed(filled, fits);
  return place && fitOf(place.kept, { ...place, empty }, terminal);
}

/** Whether a column has the codes of what the next one names: `unit_code` beside `unit`. */
function namesTheSame({ column }: Measured, next: Measured | undefined): boolean {
  return column.key === `${next?.column.key}_code`;
}

interface Place {
  readonly kept: readonly Measured[];
  readonly below: readonly Measured[];
  readonly hidden: readonly Measured[];
}

/** Which columns stay in the table: codes beside their names go first, then details, the last of them first; then long texts. */
function placed(filled: readonly Measured[], fits: (kept: readonly Measured[]) => boolean): Place | undefined {
  let kept = filled;
  const without = (given: Measured) => kept.filter(other => other !== given);
  const codes = filled.filter((column, i) => namesTheSame(column, filled[i + 1]));
  const isDetail = (column: Measured) => column.column.detail === true || codes.includes(column);
  for (const column of [...codes, ...filled.toReversed()]) if (isDetail(column) && !fits(kept)) kept = without(column);
  const below = filled.filter(column => {
    if (!column.isLong || !kept.includes(column) || fits(kept)) return false;
    kept = without(column);
    return true;
  });
  if (kept.length === 0 || !fits(kept)) return undefined;
  // A text that has left the table leaves room for details.
  for (const column of filled) {
    const more = filled.filter(other => other === column || kept.includes(other));
    if (isDetail(column) && !below.includes(column) && fits(more)) kept = more;
  }
  return { kept, below, hidden: filled.filter(column => !kept.includes(column) && !below.includes(column)) };
}

function fitOf(
  kept: readonly Measured[],
  { below = [], empty = [], hidden = [] }: { [K in 'below' | 'empty' | 'hidden']?: readonly Measured[] },
  terminal: number | undefined,
): Fit {
  const named = (some: readonly Measured[]) => some.map(({ column }) => column);
  const widths = terminal === undefined ? kept.map(({ want }) => want) : sharedOut(kept, terminal);
  return { columns: named(kept), widths, below: named(below), empty: named(empty), hidden: named(hidden) };
}

/** The width of a table whose columns are as wide as `of` says. */
function widthFor(columns: readonly Measured[], of: (column: Measured) => number): number {
  return columns.reduce((sum, column) => sum + of(column) + PADDING + 1, 1);
}

/** Each column gets the least that it needs; what is left goes to those that want the least more. */
function sharedOut(columns: readonly Measured[], terminal: number): number[] {
  const widths = columns.map(({ least }) => least);
  let spare = terminal - widthFor(columns, ({ least }) => least);
  const byNeed = [...columns.keys()].sort((a, b) => missing(columns[a]) - missing(columns[b]));
  for (const [i, at] of byNeed.entries()) {
    const share = Math.floor(spare / (byNeed.length - i));
    const more = Math.max(0, Math.min(missing(columns[at]), share));
    widths[at] = (widths[at] ?? 0) + more;
    spare -= more;
  }
  return widths;
}

const missing = (column: Measured | undefined) => (column ? column.want - column.least : 0);
