import { correctedHeader } from '../header.ts';
import { connectTo, type Db } from '../sqlite.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A table as the steps define it, and where its rows begin in a damaged file. */
export interface FoundTable {
  readonly name: string;
  readonly sql: string;
  readonly root: number;
}

/**
 * Opens the copy with a first page that knows only one table: whatever the schema of the file has become, and whatever other
 * tables are like, this one is read by its own definition. Its first page is written over, as no rows of tables are on it.
 */
export function openWithOnly(copy: WorkingCopy, table: FoundTable): Db {
  const page = firstPage(copy, table);
  const { bytes } = correctedHeader(page.subarray(0, 100), copy.size, false);
  bytes.copy(page);
  const db = copy.openWith(page);
  db.pragma('query_only = on');
  return db;
}

/** The first page of a database that has only this table, with the root where it begins. */
function firstPage({ pageSize, free }: WorkingCopy, { name, sql, root }: FoundTable): Buffer {
  const db = connectTo(emptyDatabase(pageSize, free));
  try {
    db.exec(sql);
    db.unsafeMode(true);
    db.pragma('writable_schema = on');
    db.prepare('update sqlite_schema set rootpage = ? where name = ?').run(root, name);
    return Buffer.from(db.serialize().subarray(0, pageSize));
  } finally {
    db.close();
  }
}

/** Where a page without rows says that its free room ends, behind the header of the database. */
const CONTENT_AT = 105;

/** A database without tables, whose pages keep some bytes free at their ends: SQLite can be told that by a header only. */
function emptyDatabase(pageSize: number, free: number): Buffer {
  const db = connectTo();
  try {
    db.pragma(`page_size = ${pageSize}`);
    db.pragma('user_version = 1');
    const bytes = Buffer.from(db.serialize());
    bytes[20] = free;
    bytes.writeUInt16BE((pageSize - free) % 65_536, CONTENT_AT);
    return bytes;
  } finally {
    db.close();
  }
}
