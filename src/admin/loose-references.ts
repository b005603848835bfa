import { keyOf, sealedTable } from '../ledger/evidence/sealed-table.ts';
import type { Db } from '../ledger/sqlite.ts';

/** A row whose reference leads to none, as SQLite finds it: by its number, where its table has numbers. */
interface Loose {
  readonly table: string;
  readonly rowid: number | null;
  readonly fkid: number;
}

/** The rows that refer to rows that are missing, each by its table and its number or key. */
export function looseReferences(db: Db): string[] {
  const found = db.pragma('foreign_key_check') as Loose[];
  const unnumbered = found.filter(({ rowid }) => rowid === null);
  const references = new Map(unnumbered.map(loose => [`${loose.table} ${loose.fkid}`, loose]));
  return [
    ...found.flatMap(({ table, rowid }) => (rowid === null ? [] : [`${table} ${rowid}`])),
    ...[...references.values()].flatMap(({ table, fkid }) => looseByKey(db, table, fkid)),
  ];
}

function looseByKey(db: Db, name: string, fkid: number): string[] {
  const table = sealedTable(db, name);
  const parts = db.pragma(`foreign_key_list("${name}")`) as {
    id: number;
    table: string;
    from: string;
    to: string | null;
  }[];
  const own = parts.filter(({ id }) => id === fkid);
  const parent = own[0]?.table;
  if (!table || parent === undefined) return [name];
  const isSame = own.map(({ from, to }) => `p."${to ?? 'id'}" = t."${from}"`).join(' and ');
  const isSet = own.map(({ from }) => `t."${from}" is not null`).join(' and ');
  const keys = db.prepare(
    `select ${keyOf(table, 't')} from "${name}" t where ${isSet} and not exists (select 1 from "${parent}" p where ${isSame})`,
  );
  return (keys.pluck().all() as string[]).map(key => `${name} ${key}`);
}
