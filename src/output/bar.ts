import type { Cell } from '../kernel/view.ts';
import { type Fit, PADDING } from './fit.ts';

/** How many blocks are the whole of a rate. */
const BLOCKS = 8;

/** How wide the bars of a table's rates are: they are drawn where the table leaves room, the first rates before the others. */
export function barsIn({ columns, widths, hidden, below }: Fit, terminal: number | undefined): number[] {
  const isWhole = hidden.length + below.length === 0;
  let spare = terminal === undefined ? 0 : terminal - widths.reduce((sum, width) => sum + width + PADDING + 1, 1);
  return columns.map(({ kind }) => {
    if (kind !== 'rate' || !isWhole || spare < BLOCKS + 1) return 0;
    spare -= BLOCKS + 1;
    return BLOCKS + 1;
  });
}

/** A rate as a bar; only a whole is drawn whole, and only nothing empty. */
export function barOf(rate: Cell, width: number): string {
  if (width === 0 || typeof rate !== 'number') return '';
  const nearest = Math.round(Math.min(1, Math.max(0, rate)) * BLOCKS);
  const full = rate > 0 && rate < 1 ? Math.min(BLOCKS - 1, Math.max(1, nearest)) : nearest;
  return `${'█'.repeat(full)}${'░'.repeat(BLOCKS - full)} `;
}
