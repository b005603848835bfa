import { Failure } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';

/** How a bracket ends: `keep` commits, `drop` rolls back (a dry run). */
export type Ending = 'keep' | 'drop';

/**
 * The one bracket around every command: a snapshot for readers, an IMMEDIATE transaction for writers. Whatever throws
 * inside leaves the ledger as it was.
 */
export async function bracket<T>(
  db: Db,
  kind: 'read' | 'write',
  work: () => Promise<{ readonly value: T; readonly ending: Ending }>,
): Promise<T> {
  db.exec(kind === 'read' ? 'begin' : 'begin immediate');
  try {
    const { value, ending } = await work();
    db.exec(ending === 'keep' ? 'commit' : 'rollback');
    return value;
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

/** Prepares a connection for a bulk import: rows are checked in maps and by `checkReferences`, not one by one. */
export function loosen(db: Db): void {
  db.pragma('foreign_keys = off');
  db.pragma('cache_size = -64000');
}

/** The highest row number of each table, so that the rows of a bulk import can be told from those before. */
export function highWater(db: Db, tables: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    tables.map(table => [table, db.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get() as number]),
  );
}

/**
 * Checks the foreign keys of the rows that a bulk import added, before the commit: the same guarantee as checking row by
 * row, and its cost does not grow with the rows of earlier years (as `foreign_key_check` would).
 */
export function checkReferences(db: Db, before: ReadonlyMap<string, number>): void {
  for (const [table, highest] of before) {
    const keys = db.pragma(`foreign_key_list(${table})`) as { table: string; from: string; to: string }[];
    // Nothing is "not in" an empty table, but no reference is none.
    const broken = keys.map(
      key => `(t.${key.from} is not null and t.${key.from} not in (select ${key.to} from ${key.table}))`,
    );
    if (broken.length === 0) continue;
    const count = db
      .prepare(`select count(*) from ${table} t where t.id > ? and (${broken.join(' or ')})`)
      .pluck()
      .get(highest);
    if (count !== 0)
      throw new Failure('rejected', {
        zh: `${table} 表中会有 ${count} 行引用不存在的记录，未写入任何数据`,
        en: `${count} rows of ${table} would reference missing records; nothing was imported`,
      });
  }
}
