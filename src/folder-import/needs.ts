import type { Db } from '../ledger/sqlite.ts';
import type { CodeReference, RecordKind } from '../register/kind.ts';
import type { Needs } from './order-rules.ts';

/**
 * Which kinds of records name which others: as the foreign keys of their tables say, and the areas of columns that hold codes.
 */
export function needsOf(db: Db, kinds: readonly RecordKind[], codes: readonly CodeReference[]): Needs {
  const tables = new Map(kinds.map(kind => [kind.noun, [kind.table, ...Object.keys(kind.parts ?? {})]]));
  const keepers = (table: string) =>
    kinds.filter(({ noun }) => tables.get(noun)?.includes(table)).map(({ noun }) => noun);
  return new Map(
    kinds.map(({ noun }) => {
      const own = tables.get(noun) ?? [];
      const named = own.flatMap(table => referencedTables(db, table)).filter(table => !own.includes(table));
      const coded = codes.filter(({ table }) => own.includes(table)).flatMap(({ nouns }) => nouns);
      const needed = new Set([...named.flatMap(keepers), ...coded]);
      needed.delete(noun);
      return [noun, needed];
    }),
  );
}

function referencedTables(db: Db, table: string): string[] {
  // What is no table but a query has no foreign keys.
  if (!/^\w+$/.test(table)) return [];
  return (db.pragma(`foreign_key_list(${table})`) as { readonly table: string }[]).map(key => key.table);
}
