import { Failure } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';
import { CATALOG, type Kind } from './catalog.ts';

export type Id = number | string;

/** What names the records of this ledger in every other, both ways; read for a table when it is asked for first. */
export interface Keys {
  keyOf(table: string, id: Id): string;
  /** The number of the record with a key here; undefined where there is none. */
  idOf(table: string, key: string): Id | undefined;
  /** A record that has its number from now on. */
  add(table: string, key: string, id: Id): void;
  visitKey(id: number): string;
  visitId(key: string): number | undefined;
}

const KIND_OF_TABLE = new Map(CATALOG.map(kind => [kind.table, kind]));

/** The keys of a ledger. */
export function keysIn(db: Db): Keys {
  const byTable = new Map<string, { readonly keys: Map<Id, string>; readonly ids: Map<string, Id> }>();
  const of = (table: string) => {
    const known = byTable.get(table);
    if (known) return known;
    const kind = KIND_OF_TABLE.get(table);
    if (!kind) throw new Error(`no record of a bundle is kept in ${table}`);
    const found = db.prepare(`select t.${kind.id}, ${kind.key} from "${table}" t`).raw().all() as [Id, string][];
    const read = { keys: new Map(found), ids: new Map(found.map(([id, key]) => [key, id])) };
    byTable.set(table, read);
    return read;
  };
  const keyOf = (table: string, id: Id) => {
    const key = of(table).keys.get(id);
    if (key === undefined) throw new Error(`${table} ${id} has no key`);
    return key;
  };
  const visit = db.prepare('select household_id, visited_on, mode, pair_id from visit where id = ?').raw();
  const thatVisit = db
    .prepare('select id from visit where household_id = ? and visited_on = ? and mode = ? and pair_id = ?')
    .pluck();
  return {
    keyOf,
    idOf: (table, key) => of(table).ids.get(key),
    add: (table, key, id) => {
      of(table).keys.set(id, key);
      of(table).ids.set(key, id);
    },
    visitKey: id => {
      const [household, day, mode, pair] = visit.get(id) as [number, string, string, number];
      return [keyOf('household', household), day, mode, keyOf('pair', pair)].join('|');
    },
    visitId: key => {
      const [household = '', day, mode, ...pair] = key.split('|');
      const found = [of('household').ids.get(household), day, mode, of('pair').ids.get(pair.join('|'))];
      return found.includes(undefined) ? undefined : (thatVisit.get(found) as number | undefined);
    },
  };
}

/** All records of a kind, by their numbers, with their keys. */
export function recordsOf(db: Db, { table, id, key, where }: Kind): [Id, string][] {
  const which = where === undefined ? '' : `where ${where}`;
  return db.prepare(`select t.${id}, ${key} from "${table}" t ${which} order by t.${id}`).raw().all() as [Id, string][];
}

/** A record names another that this ledger does not have (exit 5). */
export function missingRecord(from: string, table: string, key: string): Failure {
  const { zh, en } = KIND_OF_TABLE.get(table)?.title ?? { zh: '走访', en: 'visits' };
  return new Failure(
    'rejected',
    {
      zh: `${from} 引用的记录本台账没有：${zh} ${key}；未写入任何数据`,
      en: `${from} refers to a record that is not in this ledger (${en}: ${key}); nothing was written`,
    },
    {
      zh: '请对方不写 --since，重新导出全部内容：tiaochu bundle export --to',
      en: 'Ask the other office for a bundle of everything, without --since: tiaochu bundle export --to',
    },
  );
}
