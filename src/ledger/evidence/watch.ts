import type { Db } from '../sqlite.ts';
import type { Block } from './chain.ts';
import { JOURNAL, keyOf, type SealedTable, sealedTable } from './sealed-table.ts';

/** What is known of the rows that a connection writes. */
export interface Watch {
  /** The last row of each table that is filled in bulk: what is above it is new. */
  readonly lastIds: ReadonlyMap<string, number>;
  /** The tables that something was written into. */
  readonly written: Set<string>;
  /** Blocks of new rows that are hashed already, by their table. */
  readonly ahead: Map<string, Block[]>;
}

const watches = new WeakMap<Db, Watch>();

/** What a statement writes into; the words are found in comments and texts, too, which costs a needless trigger. */
const TARGET =
  /\b(?:(?:insert|replace)(?:\s+or\s+\w+)?\s+into|update(?:\s+or\s+\w+)?|delete\s+from)\s+(?:main\.)?["`]?(\w+)/gi;

/**
 * Notes the keys of all rows that this connection writes from now on, in a temporary table that triggers fill. The triggers
 * of a table are made when the first statement that writes into it is prepared: those of all tables would take longer than
 * most commands do.
 */
export function watchRows(db: Db, lastIds: ReadonlyMap<string, number> = new Map()): void {
  if (watches.has(db)) return;
  const watch: Watch = { lastIds, written: new Set(), ahead: new Map() };
  watches.set(db, watch);
  const { prepare, exec } = db;
  exec.call(
    db,
    'create temp table touched (tbl text, key any, old text, primary key (tbl, key)) strict, without rowid',
  );
  const seen = new Set([JOURNAL]);
  const look = (sql: string) => {
    for (const [, name = ''] of sql.matchAll(TARGET)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const table = sealedTable(db, name);
      if (!table) continue;
      watch.written.add(name);
      exec.call(db, triggersOf(table, watch));
    }
    return sql;
  };
  db.prepare = ((sql: string) => prepare.call(db, look(sql))) as typeof prepare;
  db.exec = sql => exec.call(db, look(sql));
}

/** The rows that were written on this connection; undefined where nobody looks. */
export function watchOn(db: Db): Watch | undefined {
  return watches.get(db);
}

/** From here on the new rows of a table that is filled in bulk are noted, too, where they are written again. */
export function watchNewRows(db: Db, table: SealedTable): void {
  const { name } = table;
  if (!watchOn(db)?.written.has(name)) return;
  db.exec(`drop trigger temp."${name}_update"; drop trigger temp."${name}_delete"; ${writtenAgain(table)}`);
}

/** Rows that a bulk import adds are sealed together at its end, as they are then: only those before are noted one by one. */
function triggersOf(table: SealedTable, { lastIds, ahead }: Watch): string {
  const last = lastIds.get(table.name);
  if (last === undefined) return trigger(table, 'insert', ['new']) + writtenAgain(table);
  return writtenAgain(table, ahead.has(table.name) ? '' : `when old."${table.key[0]}" <= ${last}`);
}

function writtenAgain(table: SealedTable, when = ''): string {
  return trigger(table, 'update', ['old', 'new'], when) + trigger(table, 'delete', ['old'], when);
}

/**
 * The first text of a row is kept, so that the block that it was in can be verified before it is taken apart. `insert or
 * ignore` would not do: inside a trigger SQLite follows the policy of the statement outside. The + leaves a key as it is, so that
 * it is looked up: compared with a column that holds numbers, the keys of all rows would be converted first.
 */
function trigger(table: SealedTable, event: string, rows: readonly string[], when = ''): string {
  const { name, isNumbered } = table;
  const note = (row: string) => {
    const [key, old] = [keyOf(table, row), row === 'old' && isNumbered ? table.text(row) : 'null'];
    return `insert into touched select '${name}', ${key}, ${old}
      where not exists (select 1 from touched where tbl = '${name}' and key = +${key});`;
  };
  return `create temp trigger "${name}_${event}" after ${event} on main."${name}" ${when}
    begin ${rows.map(note).join(' ')} end;\n`;
}
