import type { Day } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { insertInto, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** That somebody compared the citation of a version of a deadline with the text of the law, on a day. */
export interface Confirmation {
  readonly id: number;
  readonly rule_id: number;
  readonly confirmed_on: Day;
  readonly confirmed_by: string;
  readonly note: string;
}

/** All confirmations that count, the earliest first. */
export function allConfirmations(db: Db): Confirmation[] {
  const counting = selectFrom('confirmation')
    .select(['id', 'rule_id', 'confirmed_on', 'confirmed_by', 'note'])
    .where('withdrawn_on', 'is', null);
  return rows(db, counting.orderBy('confirmed_on').orderBy('id'));
}

/** The last confirmation of each version of a deadline by a day, by the id of the version. */
export function lastConfirmations(db: Db, day: Day): ReadonlyMap<number, Confirmation> {
  const byThen = allConfirmations(db).filter(({ confirmed_on }) => confirmed_on <= day);
  return new Map(byThen.map(confirmation => [confirmation.rule_id, confirmation]));
}

/** The word in a deadline's history for the day of a confirmation. */
const FIELD = 'confirmed_on';

export function addConfirmation(db: Db, confirmation: Omit<Confirmation, 'id'>, stamp: Stamp): void {
  const { rule_id, confirmed_on } = confirmation;
  run(db, insertInto('confirmation').values(confirmation));
  recordChanges(db, 'deadline', rule_id, [{ field: FIELD, old: null, new: confirmed_on }], stamp);
}

/** A withdrawn confirmation counts no more and stays in the history. */
export function withdrawConfirmation(db: Db, { id, rule_id, confirmed_on }: Confirmation, stamp: Stamp): void {
  run(db, updateTable('confirmation').set({ withdrawn_on: stamp.on }).where('id', '=', id));
  recordChanges(db, 'deadline', rule_id, [{ field: FIELD, old: confirmed_on, new: null }], stamp);
}
