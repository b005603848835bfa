import { type Expression, type SqlBool, sql } from 'kysely';
import type { Search } from './hit.ts';

/** Whether any of some columns holds a word; a column may be null. */
export function anyHas(columns: readonly string[], word: string): Expression<SqlBool> {
  const found = columns.map(column => sql<SqlBool>`coalesce(instr(${sql.ref(column)}, ${word}), 0) > 0`);
  return sql<SqlBool>`(${sql.join(found, sql` or `)})`;
}

/**
 * Whether a record has all words, each itself or in the name of its unit; at least one it has itself, since a unit's name alone
 * would find everything that the unit has.
 */
export function hasAll(
  { words, units }: Pick<Search, 'words' | 'units'>,
  unit: string,
  has: (word: string) => Expression<SqlBool>,
): Expression<SqlBool> {
  const each = words.map(word => {
    const named = units.get(word) ?? [];
    return named.length === 0 ? has(word) : sql<SqlBool>`(${has(word)} or ${sql.ref(unit)} in (${sql.join(named)}))`;
  });
  return sql<SqlBool>`((${sql.join(each, sql` and `)}) and (${sql.join(words.map(has), sql` or `)}))`;
}
