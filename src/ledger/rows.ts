import type { Compilable } from 'kysely';
import type { Sqlite } from './sqlite.ts';

/** Runs a typed query row by row, straight from the database: for lists that may have millions of rows. */
export function* each<R>(handle: Sqlite, query: Compilable<R>): Generator<R> {
  const { sql, parameters } = query.compile();
  yield* handle.prepare(sql).iterate(...parameters) as IterableIterator<R>;
}
