import { Kysely, SqliteDialect } from 'kysely';
import type { Schema } from './schema.ts';
import type { Sqlite } from './sqlite.ts';

export type Db = Kysely<Schema>;

/**
 * Typed queries over an open handle. The runner has begun the transaction on that same handle, so every query is inside
 * it; calling `.transaction()` on this object would be a second `begin`, which SQLite refuses at once.
 */
export function typed(handle: Sqlite): Db {
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: handle }) });
}
