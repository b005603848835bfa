import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** Every link between a leader and a township, past ones too. */
export function linkedLeaders(db: Db) {
  return rows(
    db,
    selectFrom('linked_leader').select(['code', 'name', 'duty', 'unit_id', 'from_on', 'to_on']).orderBy('code'),
  );
}
