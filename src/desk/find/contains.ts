import { type Expression, type SqlBool, sql } from 'kysely';

/** Whether any of some columns holds a word; a column may be null. */
export function anyHas(columns: readonly string[], word: string): Expression<SqlBool> {
  const found = columns.map(column => sql<SqlBool>`coalesce(instr(${sql.ref(column)}, ${word}), 0) > 0`);
  return sql<SqlBool>`(${sql.join(found, sql` or `)})`;
}
