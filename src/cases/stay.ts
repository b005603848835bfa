import { type Day, OPEN_END } from '../kernel/day.ts';

/** How a case came into a unit's stock, and how it left. */
export type Entry = 'registered' | 'received' | 'reopened';
export type Leaving = 'settled' | 'escalated' | 'handed_down' | 'ended_otherwise';

/** One case in the stock of one unit, from the day it came to the day it left. */
export interface Stay {
  readonly unit: number;
  readonly enteredOn: Day;
  readonly entry: Entry;
  readonly from: number | null;
  readonly leftOn: Day;
  readonly leaving: Leaving | '';
  readonly to: number | null;
  /** Whether it left because it was sent back. */
  readonly returned: boolean;
}

/** What a move led to, as far as stock is concerned. */
export interface StockMove {
  readonly on: Day;
  readonly holder: number;
  readonly inStock: boolean;
  /** Whether the case was settled by it (else it ended otherwise). */
  readonly settled: boolean;
  /** Whether the accepted offer was a return. */
  readonly returned: boolean;
  /** Whether the case was entered by mistake: then it never was in stock. */
  readonly isVoid?: boolean;
}

/**
 * The stays that a case's moves lead to, oldest first. A case is in the stock of the unit that holds it, from being
 * registered or accepted there until it is settled, accepted elsewhere or ended; suspended stays in stock.
 */
export function staysOf(moves: readonly StockMove[], tierOf: (unit: number, on: Day) => number): Stay[] {
  if (moves.some(move => move.isVoid)) return [];
  const stays: Stay[] = [];
  for (const move of moves) for (const change of stockChanges(stays.at(-1), move, tierOf)) apply(stays, change);
  return stays;
}

/** A stay that begins, or the end of the one that is open. */
export type StockChange =
  | { readonly open: Pick<Stay, 'unit' | 'enteredOn' | 'entry' | 'from'> }
  | { readonly leave: Pick<Stay, 'leftOn' | 'leaving' | 'to' | 'returned'> };

/** What one move changes in the stock: nothing, an entry, an exit, or both where another unit takes the case. */
export function stockChanges(
  last: Stay | undefined,
  move: StockMove,
  tierOf: (unit: number, on: Day) => number,
): StockChange[] {
  const { on, holder } = move;
  const open = last?.leaving === '' ? last : undefined;
  if (!open) {
    if (!move.inStock) return [];
    return [{ open: { unit: holder, enteredOn: on, entry: last ? 'reopened' : 'registered', from: null } }];
  }
  if (!move.inStock)
    return [
      { leave: { leftOn: on, leaving: move.settled ? 'settled' : 'ended_otherwise', to: null, returned: false } },
    ];
  if (holder === open.unit) return [];
  const leaving = tierOf(holder, on) < tierOf(open.unit, on) ? 'escalated' : 'handed_down';
  return [
    { leave: { leftOn: on, leaving, to: holder, returned: move.returned } },
    { open: { unit: holder, enteredOn: on, entry: 'received', from: open.unit } },
  ];
}

function apply(stays: Stay[], change: StockChange): void {
  const last = stays.at(-1);
  if ('leave' in change) {
    if (last) stays[stays.length - 1] = { ...last, ...change.leave };
  } else stays.push({ ...change.open, leftOn: OPEN_END, leaving: '', to: null, returned: false });
}
