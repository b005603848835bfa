import { existsSync, statSync } from 'node:fs';
import { fileReason } from '../kernel/file-error.ts';
import type { Text } from '../kernel/text.ts';
import { keyIfKnown } from './encryption/keys.ts';
import { headerDamage, wasLedger } from './header.ts';
import { bytesOf, withoutLog } from './ledger-bytes.ts';
import { newLedger } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { connect, connectTo, type Db } from './sqlite.ts';

/** A file that is no larger than this is read into memory, to tell its damage from that of its log. */
const MOST_BYTES = 1 << 30;

/** What of a ledger is damaged; nothing where it is whole as far as SQLite and the steps that made it can tell. */
export function damageOf(path: string): Text | undefined {
  try {
    return damageIfReadable(path);
  } catch (error) {
    // What may not be read is not damaged for that.
    if (fileReason(error)) return undefined;
    throw error;
  }
}

function damageIfReadable(path: string): Text | undefined {
  if (!existsSync(path) || !statSync(path).isFile() || !wasLedger(path)) return undefined;
  const header = headerDamage(path);
  // Nobody can look into a file whose passphrase was not given.
  if (header || keyIfKnown(path) === undefined) return header;
  const found = damageIn(() => connect(path));
  return found && isInLog(path) ? LOG : found;
}

const LOG: Text = {
  zh: '旁边的 -wal 文件（损坏，或不是这个台账的）',
  en: 'the -wal file beside it (damaged, or of another ledger)',
};

/** A ledger that is whole without its log was damaged by that. */
export function isInLog(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (log === 0 || statSync(path).size > MOST_BYTES) return false;
  const bytes = bytesOf(path);
  withoutLog(bytes);
  return damageIn(() => connectTo(bytes)) === undefined;
}

const DEFINITIONS: Text = { zh: '表的定义', en: 'the definitions of its tables' };

function damageIn(open: () => Db): Text | undefined {
  let db: Db | undefined;
  try {
    db = open();
    if (!hasKnownSchema(db)) return DEFINITIONS;
    return tablesDamage(db);
  } catch {
    return DEFINITIONS;
  } finally {
    db?.close();
  }
}

/** What SQLite finds in the tables: what it cannot read, what contradicts an index, what refers to rows that are missing. */
function tablesDamage(db: Db): Text | undefined {
  const names = db.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  const broken = names.filter(name => !isSound(db, name));
  if (broken.length > 0) return namesText(broken);
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return ALLOTMENT;
  const loose = db.pragma('foreign_key_check') as { table: string }[];
  return loose.length > 0 ? namesText(loose.map(({ table }) => table)) : undefined;
}

function isSound(db: Db, table: string): boolean {
  try {
    return db.pragma(`integrity_check(${table})`, { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

const SCHEMA = 'select type, name, tbl_name, sql from sqlite_schema order by type, name';

/** Whether the tables are defined as the steps up to the ledger's version define them. */
function hasKnownSchema(db: Db): boolean {
  const version = db.pragma('user_version', { simple: true }) as number;
  const fresh = newLedger(MIGRATIONS.slice(0, version));
  try {
    return JSON.stringify(db.prepare(SCHEMA).all()) === JSON.stringify(fresh.prepare(SCHEMA).all());
  } finally {
    fresh.close();
  }
}

const ALLOTMENT: Text = { zh: '页的分配', en: 'how its pages are allotted' };

function namesText(names: readonly string[]): Text {
  const tables = [...new Set(names)].sort();
  const shown = tables.slice(0, MOST_TABLES);
  const more = tables.length - shown.length;
  return {
    zh: `数据表 ${shown.join('、')}${more > 0 ? ` 等 ${tables.length} 个` : ''}`,
    en: `${tables.length === 1 ? 'the table' : 'the tables'} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

const MOST_TABLES = 4;
