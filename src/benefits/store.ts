import { lastTermsBy } from '../households/term-store.ts';
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

/** The benefits of a period, as their totals count them: in the village of the household as on the period's last day. */
export function benefitsGiven(db: Db, { from, to }: Period) {
  return rows(
    db,
    selectFrom('benefit as b')
      .innerJoin('household as h', 'h.id', 'b.household_id')
      .innerJoin(lastTermsBy(to).as('t'), 't.household_id', 'b.household_id')
      .select(['b.programme', 'b.kind', 'b.household_id', 'h.code as household_code', 't.unit_id', 'b.amount_fen'])
      .select(['h.head_name', 'h.phone'])
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
