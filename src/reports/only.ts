import { type SqlBool, sql } from 'kysely';

/** The condition that a column is one of some numbers; all are, where none are named. */
export function among(column: string, only: readonly number[] | undefined) {
  if (only === undefined) return sql<SqlBool>`true`;
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(only)}))`;
}
