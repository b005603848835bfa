import { insertInto, run, selectFrom, value } from './query.ts';
import type { Db } from './sqlite.ts';

/** A setting of the whole ledger, such as the county's code. */
export function readSetting(db: Db, key: string): string | undefined {
  return value(db, selectFrom('setting').select('value').where('key', '=', key));
}

/** Writes a setting, or another value in its place. */
export function writeSetting(db: Db, key: string, value: string): void {
  run(
    db,
    insertInto('setting')
      .values({ key, value })
      .onConflict(conflict => conflict.column('key').doUpdateSet({ value })),
  );
}
