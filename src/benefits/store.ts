import type { Period } from '../kernel/period.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import type { Kept } from '../register/plain-record.ts';
import { fen } from './benefit.ts';

/** Amounts are kept in whole fen, so that sums are exact. */
export const AMOUNT: Kept = {
  column: 'amount_fen',
  text: column => `iif(${column} is null, '', printf('%d.%02d', ${column} / 100, ${column} % 100))`,
  stored: fen,
};

/** A benefit as its totals count it. */
export interface GivenBenefit {
  readonly programme: string;
  readonly kind: 'told' | 'paid';
  readonly household: number;
  readonly unit_id: number;
  readonly amount_fen: number | null;
}

/** The benefits of a period. */
export function benefitsGiven(handle: Sqlite, period: Period): GivenBenefit[] {
  return handle
    .prepare(
      `select b.programme, b.kind, b.household_id as household, h.unit_id, b.amount_fen
       from benefit b join household h on h.id = b.household_id
       where b.given_on between @from and @to order by b.programme`,
    )
    .all(period) as GivenBenefit[];
}
