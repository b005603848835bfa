import { othersRecords } from '../exchange/others.ts';
import type { Db } from '../ledger/sqlite.ts';

/** A record that is due: in the words of the history, but for services and visits. */
export interface DueRecord {
  readonly id: number;
  readonly noun: string;
}

/** Tells whether another office's ledger is where a due record is purged; undefined in a ledger that is the only one. */
export function purgedByOthers(db: Db): ((record: DueRecord) => boolean) | undefined {
  const isOthers = othersRecords(db);
  if (!isOthers) return undefined;
  const household = db
    .prepare(
      `select household_id from visit where id = ? union all select household_id from withdrawn_visit where id = ?`,
    )
    .pluck();
  return ({ id, noun }) =>
    noun === 'visit' ? isOthers('household', household.get(id, id) as number) : isOthers(noun, id);
}
