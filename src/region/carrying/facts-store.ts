import { piecesOf } from '../../exchange/record-file-store.ts';
import { connectTo, type Db } from '../../ledger/sqlite.ts';
import { columnsOf, FACTS } from '../database/fact-columns.ts';
import type { FactTable } from '../facts/tables.ts';

/** The tables of a file of facts, in their order: the journal's entries tell states of a ledger apart. */
export const FACTS_FILE_TABLES = ['entry', ...FACTS].join();

const TYPES = { text: 'text', day: 'text', integer: 'integer' } as const;
/** So much of a hash tells one entry of a journal from another. */
const HASH = 16;

interface Carried {
  readonly entries: Iterable<{ readonly id: number; readonly hash: string | null }>;
  rows(fact: FactTable): Iterable<object>;
}

/** Writes facts into a SQLite file in memory; says how many rows. */
export function factsFile({ entries, rows }: Carried) {
  const db = connectTo();
  try {
    db.prepare('create table entry (id integer primary key, hash text not null) strict').run();
    const entry = db.prepare('insert into entry (id, hash) values (?, ?)');
    for (const { id, hash } of entries) entry.run(id, (hash ?? '').slice(0, HASH));
    let count = 0;
    for (const fact of FACTS) count += written(db, fact, rows(fact));
    const bytes = db.serialize();
    return { rows: count, size: bytes.length, pieces: piecesOf(bytes) };
  } finally {
    db.close();
  }
}

function written(db: Db, fact: FactTable, rows: Iterable<object>): number {
  const columns = columnsOf(fact);
  const names = columns.map(([name]) => name);
  db.prepare(
    `create table ${fact} (${columns.map(([name, kind]) => `${name} ${TYPES[kind]}`).join(', ')}) strict`,
  ).run();
  const insert = db.prepare(
    `insert into ${fact} (${names.join(', ')}) values (${names.map(name => `@${name}`).join(', ')})`,
  );
  let count = 0;
  for (const row of rows) {
    insert.run(row);
    count++;
  }
  return count;
}

/** The rows of a table of a file of facts, in the order in which they were written. */
export function carriedRows(db: Db, fact: FactTable): Iterable<object> {
  const names = columnsOf(fact).map(([name]) => name);
  return db.prepare(`select ${names.join(', ')} from ${fact} order by rowid`).iterate() as Iterable<object>;
}

/** Whether the journal of the ledger has an entry with a hash. */
export function carriesEntry(db: Db, id: number, hash: string): boolean {
  const found = db.prepare('select hash from entry where id = ?').pluck().get(id);
  return found === hash.slice(0, HASH);
}
