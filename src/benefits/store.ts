import type { Day } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { StoredAs } from '../register/simple-record.ts';
import { fen } from './benefit.ts';

/** Amounts are kept in whole fen, so that sums are exact. */
export const AMOUNT: StoredAs = {
  column: 'amount_fen',
  text: column => `iif(${column} is null, '', printf('%d.%02d', ${column} / 100, ${column} % 100))`,
  stored: fen,
};

/** A benefit as its totals count it. */
export interface GivenBenefit {
  readonly programme: string;
  readonly kind: 'told' | 'paid';
  readonly household: number;
  readonly household_code: string;
  readonly unit_id: number;
  readonly amount_fen: number | null;
}

/** The benefits of a period. */
export function benefitsGiven(db: Db, period: Period): GivenBenefit[] {
  return db
    .prepare(
      `select b.programme, b.kind, b.household_id as household, h.code as household_code, h.unit_id, b.amount_fen
       from benefit b join household h on h.id = b.household_id
       where b.given_on between @from and @to and b.withdrawn_on is null order by b.programme`,
    )
    .all(period) as GivenBenefit[];
}

/** A benefit as its household's page shows it. */
export interface HouseholdBenefit {
  readonly code: string;
  readonly programme: string;
  readonly kind: 'told' | 'paid';
  readonly amount_fen: number | null;
  readonly given_on: Day;
}

/** What a household was told of or paid, the earliest first. */
export function benefitsOf(db: Db, householdId: number): HouseholdBenefit[] {
  return db
    .prepare(
      `select code, programme, kind, amount_fen, given_on from benefit
       where household_id = ? and withdrawn_on is null order by given_on, code`,
    )
    .all(householdId) as HouseholdBenefit[];
}
