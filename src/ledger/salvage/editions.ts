import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations.ts';
import { connectTo, type Db } from '../sqlite.ts';
import type { FoundRoot } from './roots.ts';

/** A table as the steps define it. */
export interface Defined {
  readonly name: string;
  readonly sql: string;
}

export function tablesOf(db: Db): Defined[] {
  return db
    .prepare("select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid")
    .all() as Defined[];
}

/**
 * The version whose tables these are: the one with most definitions that are the same, of several the one that the header
 * says, which may be damaged, too; else the one that lacks fewest tables.
 */
export function versionWith(found: ReadonlyMap<string, FoundRoot>, said: number): number {
  const editions = allEditions().map(({ version, tables }) => {
    const same = tables.filter(({ name, sql }) => found.get(name)?.sql === sql).length;
    const shared = tables.filter(({ name }) => found.has(name)).length;
    return { version, same, said: version === said ? 1 : 0, score: 2 * shared - tables.length };
  });
  const best = editions.sort(
    (a, b) => b.same - a.same || b.said - a.said || b.score - a.score || b.version - a.version,
  );
  return best[0]?.version ?? MIGRATIONS.length;
}

/** The tables of every version, made step by step. */
function allEditions(): { readonly version: number; readonly tables: readonly Defined[] }[] {
  const db = connectTo();
  try {
    return MIGRATIONS.map((_, before) => {
      migrate(db, before, MIGRATIONS.slice(0, before + 1));
      return { version: before + 1, tables: tablesOf(db) };
    });
  } finally {
    db.close();
  }
}
