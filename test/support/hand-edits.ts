import type { Db } from '../../src/ledger/sqlite.ts';

/** What somebody does to one row with the sqlite3 shell; `make` says whether the table allowed it. */
export interface Edit {
  readonly name: string;
  make(db: Db): boolean;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/** An edit of each column, a deletion and an addition, of every table that has rows; of one without, an addition. */
export function editsOf(db: Db): Edit[] {
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];
  return tables.flatMap(table => {
    const columns = db.pragma(`table_xinfo("${table}")`) as Column[];
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    const rows = db.prepare(`select ${key.join(', ')} from "${table}"`).all() as object[];
    if (rows.length === 0) return [added(table, columns)];
    const isRow = key.map(name => `${name} is @${name}`).join(' and ');
    const ends = [rows[0], rows.length > 1 ? rows.at(-1) : undefined].flatMap(row => row ?? []);
    return ends.flatMap(row => [
      ...columns.map(column =>
        edit(`${table}.${column.name}`, `update "${table}" set ${column.name} = ${other(column)} where ${isRow}`, row),
      ),
      edit(`delete from ${table}`, `delete from "${table}" where ${isRow}`, row),
      copied(table, columns, isRow, row),
    ]);
  });
}

function edit(name: string, sql: string, row: object): Edit {
  return {
    name,
    make: db => {
      try {
        return db.prepare(sql).run(row).changes > 0;
      } catch {
        return false;
      }
    },
  };
}

/** Another value than the one that a column has. */
function other({ name, type }: Column): string {
  if (type === 'INTEGER' || type === 'REAL') return `coalesce(${name}, 0) + 100003`;
  if (type === 'BLOB') return `cast(${name} || x'00' as blob)`;
  if (name === 'records' || name === 'keys' || name === 'removed') return `'["x"]'`;
  if (name === 'counts' || name === 'details') return `json_object('x', 1)`;
  return `coalesce(${name}, '') || 'x'`;
}

/** A row once more, under another key. */
function copied(table: string, columns: readonly Column[], isRow: string, row: object): Edit {
  const values = columns.map(column => (column.type === 'BLOB' ? column.name : other(column)));
  const names = columns.map(({ name }) => name);
  return edit(
    `insert into ${table}`,
    `insert into "${table}" (${names}) select ${values} from "${table}" where ${isRow}`,
    row,
  );
}

/** A row that means nothing. */
function added(table: string, columns: readonly Column[]): Edit {
  const value = ({ type }: Column) =>
    type === 'INTEGER' || type === 'REAL' ? '1' : type === 'BLOB' ? "x'00'" : "'{}'";
  const names = columns.map(({ name }) => name);
  return edit(`insert into ${table}`, `insert into "${table}" (${names}) values (${columns.map(value)})`, {});
}
