import type { Period } from '../kernel/period.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { StoredAs } from '../register/simple-record.ts';
import { fen } from './benefit.ts';

/** Amounts are kept in whole fen, so that sums are exact. */
export const AMOUNT: StoredAs = {
  column: 'amount_fen',
  text: column => `iif(${column} is null, '', printf('%d.%02d', ${column} / 100, ${column} % 100))`,
  stored: fen,
};

export type GivenBenefit = ReturnType<typeof benefitsGiven>[number];

/** The benefits of a period, as their totals count them. */
export function benefitsGiven(db: Db, { from, to }: Period) {
  return rows(
    db,
    selectFrom('benefit as b')
      .innerJoin('household as h', 'h.id', 'b.household_id')
      .select(['b.programme', 'b.kind', 'b.household_id', 'h.code as household_code', 'h.unit_id', 'b.amount_fen'])
      .where('b.given_on', '>=', from)
      .where('b.given_on', '<=', to)
      .where('b.withdrawn_on', 'is', null)
      .orderBy('b.programme'),
  );
}

/** What a household was informed of or paid, the earliest first. */
export function benefitsOf(db: Db, householdId: number) {
  return rows(
    db,
    selectFrom('benefit')
      .select(['code', 'programme', 'kind', 'amount_fen', 'given_on'])
      .where('household_id', '=', householdId)
      .where('withdrawn_on', 'is', null)
      .orderBy('given_on')
      .orderBy('code'),
  );
}
