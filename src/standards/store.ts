import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { everyVersion } from '../register/simple-store.ts';
import type { Standard } from './standard.ts';
import { standardRecord } from './standard-record.ts';

/** All standards as they were and are, each for the span in which it did not change. */
export function standardVersions(db: Db): (Standard & { readonly id: number })[] {
  return everyVersion(db, standardRecord);
}

/** The kinds of households, each with the span of its standard. */
export function householdKinds(db: Db) {
  return rows(
    db,
    selectFrom('visit_standard').select(['id', 'code', 'name_zh', 'name_en', 'from_on', 'to_on']).orderBy('id'),
  );
}
