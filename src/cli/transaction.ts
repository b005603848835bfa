import { Failure } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { beginWriting } from '../ledger/write-lock.ts';

/**
 * The one transaction around every command: a snapshot for readers, an IMMEDIATE transaction for writers. Whatever throws
 * inside leaves the ledger as it was; a dry run rolls back.
 */
export async function inTransaction<T>(
  db: Db,
  kind: 'read' | 'write',
  work: () => Promise<T> | T,
  isKept: (result: T) => boolean = () => true,
): Promise<T> {
  if (kind === 'read') db.exec('begin');
  else beginWriting(db);
  try {
    const result = await work();
    db.exec(isKept(result) ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

/** The pages that a bulk import keeps at hand, in KB: a quarter of the ledger's, for an index of years is searched for every row. */
const [LEAST_CACHE, MOST_CACHE] = [64_000, 192_000];

/** Prepares a connection for a bulk import: rows are checked in maps and by `checkReferences`, not one by one. */
export function relaxForBulkLoad(db: Db): void {
  db.pragma('foreign_keys = off');
  const [pages, size] = ['page_count', 'page_size'].map(name => Number(db.pragma(name, { simple: true })));
  const quarter = Math.round(((pages ?? 0) * (size ?? 0)) / 4 / 1024);
  db.pragma(`cache_size = -${Math.min(MOST_CACHE, Math.max(LEAST_CACHE, quarter))}`);
}

/** The last row number of each table, so that the rows of a bulk import can be told from those before. */
export function lastIds(db: Db, tables: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    tables.map(table => [table, db.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get() as number]),
  );
}

/**
 * Checks the foreign keys of the rows that a bulk import added, before the commit: the same guarantee as checking row by
 * row, and its cost does not grow with the rows of earlier years (as `foreign_key_check` would).
 */
export function checkReferences(db: Db, before: ReadonlyMap<string, number>): void {
  for (const [table, last] of before) {
    const keys = db.pragma(`foreign_key_list(${table})`) as { table: string; from: string; to: string }[];
    // Every key is "not in" an empty table; an empty reference is allowed.
    const broken = keys.map(
      key => `(t.${key.from} is not null and t.${key.from} not in (select ${key.to} from ${key.table}))`,
    );
    if (broken.length === 0) continue;
    const count = db
      .prepare(`select count(*) from ${table} t where t.id > ? and (${broken.join(' or ')})`)
      .pluck()
      .get(last) as number;
    if (count > 0)
      throw new Failure('rejected', {
        zh: `${table} 表中有 ${count} 行引用的记录不存在，未写入任何数据`,
        en: `${counted(count, 'row')} of ${table} would reference missing records; nothing was imported`,
      });
  }
}
