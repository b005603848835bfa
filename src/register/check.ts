import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';

/** One thing that `tiaochu check` makes sure of; `find` returns the records that break it. */
export interface Check {
  readonly name: string;
  /** What holds in a sound ledger. */
  readonly title: Text;
  find(db: Db): string[];
}

/** A check by one query whose first column names each offending record. */
export function queryCheck(name: string, title: Text, sql: string): Check {
  return { name, title, find: db => db.prepare(sql).pluck().all().map(String) };
}
