import { MIGRATIONS, takeSteps } from '../migrations.ts';
import { connectTo, type Db } from '../sqlite.ts';

/** Tables, indexes and triggers that are missing, added or other than the migrations make them. */
export function schemaDifferences(db: Db): string[] {
  const fresh = connectTo(Buffer.alloc(0));
  try {
    fresh.pragma('foreign_keys = off');
    takeSteps(fresh, MIGRATIONS);
    const [wanted, found] = [partsOf(fresh), partsOf(db)];
    return [...new Set([...wanted.keys(), ...found.keys()])]
      .filter(part => wanted.get(part) !== found.get(part))
      .sort();
  } finally {
    fresh.close();
  }
}

/** Each part of a schema with what defines it; what SQLite keeps for itself is no part. */
function partsOf(db: Db): Map<string, string | null> {
  const parts = db
    .prepare(
      "select type || ' ' || name, tbl_name || ' ' || coalesce(sql, '') from main.sqlite_schema where name not like 'sqlite\\_stat%' escape '\\'",
    )
    .raw()
    .all() as [string, string | null][];
  return new Map(parts);
}
