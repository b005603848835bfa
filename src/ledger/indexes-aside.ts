import type { Db } from './sqlite.ts';

/** An index that was dropped for a while. */
interface IndexAside {
  readonly name: string;
  /** Makes it again, in the words that made it. Throws SQLite's error where the rows no longer fit it. */
  restore(): void;
}

/** Drops indexes inside a transaction, to be made again before its end. */
export function indexesAside(db: Db, names: readonly string[]): IndexAside[] {
  const find = db.prepare(`select sql from sqlite_schema where type = 'index' and name = ?`).pluck();
  const indexes = names.map(name => ({ name, sql: String(find.get(name)) }));
  for (const { name } of indexes) db.exec(`drop index ${name}`);
  return indexes.map(({ name, sql }) => ({ name, restore: () => db.exec(sql) }));
}
