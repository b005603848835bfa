import type { Selectable } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { changeRow, changesBetween, type Stamp } from '../ledger/events.ts';
import { row, rows, selectFrom } from '../ledger/query.ts';
import type { NeedTable } from '../ledger/schema/needs.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Referent } from '../register/simple-record.ts';

type Need = Selectable<NeedTable>;

/** Visits, by the numbers that the ledger gave them. */
export const VISITS: Referent = {
  all: `select id, id as code, '0001-01-01' as from_on, '9999-12-31' as to_on from visit`,
  code: 'cast(% as text)',
};

/** To which household a visit was, and when. */
export function visitMade(db: Db, id: number): { readonly household: number; readonly visited_on: Day } | undefined {
  return row(db, selectFrom('visit').select(['household_id as household', 'visited_on']).where('id', '=', id));
}

export function needCoded(db: Db, code: string): Need | undefined {
  return row(db, selectFrom('need').selectAll().where('code', '=', code));
}

/** Closes a need with its result and the day on which the household was told. */
export function closeNeed(db: Db, need: Need, result: string, feedback_on: Day, stamp: Stamp): void {
  changeRow(db, { table: 'need', noun: 'need' }, need.id, changesBetween(need, { result, feedback_on }), stamp);
}

/** What a household still needs, the earliest first. */
export function openNeedsOf(db: Db, householdId: number) {
  return rows(
    db,
    selectFrom('need')
      .select(['code', 'category', 'content', 'raised_on', 'owner', 'due_on'])
      .where('household_id', '=', householdId)
      .where('feedback_on', 'is', null)
      .where('withdrawn_on', 'is', null)
      .orderBy('raised_on')
      .orderBy('code'),
  );
}
