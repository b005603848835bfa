import type { Db } from './sqlite.ts';

/** Lifts the triggers that refuse to change or delete what is append-only; what comes back makes them again as they were. */
export function liftGuards(db: Db, tables: readonly string[]): () => void {
  const marks = tables.map(() => '?').join(', ');
  const guards = db
    .prepare(
      `select name, sql from sqlite_schema where type = 'trigger' and tbl_name in (${marks})
       and (sql like '%before update%' or sql like '%before delete%') and sql like '%raise(abort%'`,
    )
    .all(...tables) as { readonly name: string; readonly sql: string }[];
  for (const { name } of guards) db.exec(`drop trigger ${name}`);
  return () => {
    for (const { sql } of guards) db.exec(sql);
  };
}

/** Pages that SQLite gave up can still hold what was on them: the file is written anew, and its log emptied. */
export function wipeFreePages(db: Db): void {
  db.exec('vacuum');
  db.pragma('wal_checkpoint(truncate)');
}
