import type { Db } from '../ledger/sqlite.ts';

/** The villages of the households that a table's rows are about, by the households' codes. */
export function villagesIn(db: Db, table: 'need' | 'benefit'): Map<string, string> {
  const rows = db
    .prepare(
      `select h.code, (select code from unit_term where unit_id = h.unit_id order by from_on desc limit 1)
       from household h where h.id in (select household_id from ${table})`,
    )
    .raw()
    .all() as [string, string][];
  return new Map(rows);
}

/** Whether a household with a code is or was in the books. */
export function isHousehold(db: Db, code: string): boolean {
  return db.prepare('select 1 from household where code = ?').get(code) !== undefined;
}
