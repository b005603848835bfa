import { type Watch, watchOn } from '../ledger/evidence/watch.ts';
import type { Db } from '../ledger/sqlite.ts';
import { CATALOG, type Kind, type Part } from './catalog.ts';
import type { Id } from './key-store.ts';

/** The records that were written on this connection, by their kinds. */
export type WrittenRecords = ReadonlyMap<Kind, ReadonlySet<Id>>;

/** Every ledger counts running deadlines anew by itself: that alone is no act on a case. */
const COUNTED = 'deadline';

interface Touched {
  readonly key: number | string;
  readonly old: string | null;
}

/** Which records the rows belong to that were written since the transaction began. */
export function writtenRecords(db: Db): WrittenRecords {
  const watch = watchOn(db);
  const found = new Map<Kind, Set<Id>>();
  if (!watch) return found;
  for (const kind of CATALOG) {
    const ids = new Set<Id>(rootsWritten(db, kind, watch));
    for (const part of kind.parts)
      if (part.table !== COUNTED) for (const id of ownersWritten(db, part, watch)) ids.add(id);
    if (ids.size > 0) found.set(kind, ids);
  }
  return found;
}

function touched(db: Db, table: string, { written }: Watch): Touched[] {
  if (!written.has(table)) return [];
  return db.prepare('select key, old from temp.touched where tbl = ?').all(table) as Touched[];
}

function rootsWritten(db: Db, { table, id, where }: Kind, watch: Watch): Id[] {
  const added = addedAbove(db, table, id, watch);
  const keys = touched(db, table, watch).map(({ key }) => (id === 'id' ? key : String(JSON.parse(String(key))[0])));
  if (where === undefined) return [...added, ...keys];
  const meant = db.prepare(`select 1 from "${table}" t where t.${id} = ? and ${where}`);
  return keys.filter(key => meant.get(key) !== undefined);
}

function addedAbove(db: Db, table: string, column: string, { lastIds }: Watch): Id[] {
  const last = lastIds.get(table);
  if (last === undefined) return [];
  return db.prepare(`select distinct t.${column} from "${table}" t where t.id > ?`).pluck().all(last) as Id[];
}

/** The records whose parts were written; of a row that is gone, its first text says where it belonged. */
function ownersWritten(db: Db, { table, by, owner = `t.${by}` }: Part, watch: Watch): Id[] {
  const columns = db.pragma(`table_xinfo("${table}")`) as { name: string; pk: number }[];
  const names = columns.map(({ name }) => name);
  const added =
    watch.lastIds.get(table) === undefined
      ? []
      : (db
          .prepare(`select distinct ${owner} from "${table}" t where t.id > ?`)
          .pluck()
          .all(watch.lastIds.get(table)) as Id[]);
  const rows = touched(db, table, watch);
  if (rows.length === 0) return added;
  if (!names.includes('id')) {
    const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    const at = keys.findIndex(({ name }) => name === by);
    return [...added, ...rows.map(({ key }) => JSON.parse(String(key))[at] as Id)];
  }
  const present = db.prepare(`select ${owner} from "${table}" t where t.id = ?`).pluck();
  const at = names.indexOf(by ?? '');
  return [
    ...added,
    ...rows.flatMap(({ key, old }) => {
      const here = present.get(key) as Id | null | undefined;
      if (here !== undefined && here !== null) return [here];
      return old === null || at < 0 ? [] : [JSON.parse(old)[at] as Id];
    }),
  ];
}

/** Whether a department's series of notices was continued: one office gives those numbers. */
export function numbersDepartments(db: Db): boolean {
  const watch = watchOn(db);
  if (!watch?.written.has('notice_series')) return false;
  const series = db.prepare('select 1 from notice_series where id = ? and department_id is not null');
  return touched(db, 'notice_series', watch).some(({ key }) => series.get(key) !== undefined);
}
