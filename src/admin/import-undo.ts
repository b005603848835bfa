import type { Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { RecordKind } from '../register/kind.ts';
import { CODE_REFERENCES, KINDS } from './records.ts';
import { wordsOf } from './table-words.ts';

/** Records that refer to what an import added. */
export interface Blocker {
  readonly what: Text;
  readonly count: number;
  readonly hint?: Text | undefined;
}

/** Changes of imported records, which can be undone with them. */
export const CORRECTIONS: Text = { zh: '修改历史', en: 'changes in the history' };

interface ForeignKey {
  readonly table: string;
  readonly from: string;
}

/** How many records left with an import, how many rows of its file, and what else changed with them. */
interface Deleted {
  readonly removed: number;
  readonly rows: number | undefined;
  readonly changed: readonly Text[];
}

type Schema = ReadonlyMap<string, readonly ForeignKey[]>;

/**
 * What keeps an import from being undone: rows that refer to its rows, by the foreign keys of all tables and by the codes
 * that the kind names, and changes of its rows. The queries are written from the schema, so they are SQL by hand.
 */
export function blockersOf(db: Db, kind: RecordKind, importId: number): Blocker[] {
  const schema = schemaOf(db);
  const count = (sql: string) => db.prepare(sql).pluck().get({ 1: importId }) as number;
  const queries: readonly (Omit<Blocker, 'count'> & { readonly count: string })[] = [
    ...(kind.undo?.blockers ?? []),
    ...laterParts(schema, kind),
    ...[...references(schema, kind)].map(([what, parts]) => ({
      what,
      count: `select count(*) from (${parts.join(' union ')})`,
    })),
    { what: CORRECTIONS, count: `select count(*) from event where ${corrected(schema, kind)}` },
  ];
  return queries.map(query => ({ ...query, count: count(query.count) })).filter(found => found.count > 0);
}

/** Deletes what an import added, parts before the records that they belong to; says how many there were and what else changed. */
export function deleteImported(db: Db, kind: RecordKind, importId: number, stamp: Stamp): Deleted {
  const schema = schemaOf(db);
  const run = (sql: string) => db.prepare(sql).run({ 1: importId }).changes;
  const remove = (table: string) => run(`delete from ${table} where ${importedIn(schema, kind, table)}`);
  const follow = kind.undo?.follow?.(db);
  const rows =
    kind.undo?.rows === undefined ? undefined : (db.prepare(kind.undo.rows).pluck().get({ 1: importId }) as number);
  kind.undo?.before?.forEach(run);
  for (const table of Object.keys(kind.parts ?? {})) remove(table);
  const removed = remove(kind.table);
  kind.undo?.recount?.(db);
  return { removed, rows, changed: follow?.(stamp) ?? [] };
}

function schemaOf(db: Db): Schema {
  const tables = db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  return new Map(tables.map(table => [table, db.pragma(`foreign_key_list(${table})`) as ForeignKey[]]));
}

/** A query for the rows of one of a kind's tables that an import added. */
function imported(schema: Schema, kind: RecordKind, table: string): string {
  return `select id from ${table} where ${importedIn(schema, kind, table)}`;
}

/** Which rows of a table an import added: by its number, or as parts of what it added. */
function importedIn(schema: Schema, kind: RecordKind, table: string): string {
  const keys = schema.get(table) ?? [];
  if (keys.some(key => key.from === 'import_id')) return 'import_id = ?1';
  const owner = kind.parts?.[table];
  const parent = keys.find(key => key.from === owner)?.table;
  if (!owner || !parent) throw new Error(`${table} does not belong to a ${kind.noun}`);
  return `${owner} in (${imported(schema, kind, parent)})`;
}

/** Parts of the import's records that were entered after it. */
function laterParts(schema: Schema, kind: RecordKind) {
  return Object.entries(kind.parts ?? {}).flatMap(([table, owner]) => {
    const keys = schema.get(table) ?? [];
    const parent = keys.find(key => key.from === owner)?.table;
    if (!parent || !keys.some(key => key.from === 'import_id')) return [];
    const what = kind.undo?.later ?? wordsOf(table).what;
    const rows = `from ${table} where import_id is not ?1 and ${owner} in (${imported(schema, kind, parent)})`;
    return [{ what, count: `select count(*) ${rows}`, hint: kind.undo?.laterHint }];
  });
}

/** Queries for the records that refer to the import's rows, by what they are called. */
function references(schema: Schema, kind: RecordKind): Map<Text, string[]> {
  const own = [kind.table, ...Object.keys(kind.parts ?? {})];
  const codes = kind.undo?.codes ?? `select code from ${kind.table} where import_id = ?1`;
  const found = new Map<Text, string[]>();
  for (const [table, keys] of schema) {
    const ways = keys
      .filter(
        key => own.includes(key.table) && key.from !== kind.parts?.[table] && key.from !== kind.undo?.deletes?.[table],
      )
      .map(key => `${key.from} in (${imported(schema, kind, key.table)})`);
    for (const { code } of CODE_REFERENCES.filter(one => one.table === table && one.nouns.includes(kind.noun)))
      ways.push(`${code} in (${codes})`);
    if (ways.length === 0) continue;
    const { what, counted } = wordsOf(table);
    const outside = own.includes(table) ? ` and id not in (${imported(schema, kind, table)})` : '';
    const query = `select ${counted} from ${table} where (${ways.join(' or ')})${outside}`;
    found.set(what, [...(found.get(what) ?? []), query]);
  }
  return found;
}

/** The events about the import's records and their parts. */
function corrected(schema: Schema, kind: RecordKind): string {
  const parts = KINDS.filter(one => one.table in (kind.parts ?? {}));
  const about = [kind, ...parts].map(
    ({ noun, table }) => `(noun = '${noun}' and record_id in (${imported(schema, kind, table)}))`,
  );
  return `(${about.join(' or ')})`;
}

const EVENT = 'at, operator, noun, record_id, on_day, field, old_value, new_value, reason, import_id';

/** Keeps the corrections of records that are about to be deleted with the import: the history of others has none of them. */
export function setCorrectionsApart(db: Db, kind: RecordKind, importId: number): number {
  const which = corrected(schemaOf(db), kind);
  const kept = `insert into undone_event (undone_import, event_id, ${EVENT}) select ?1, id, ${EVENT} from event where ${which} order by id`;
  const { changes } = db.prepare(kept).run({ 1: importId });
  db.prepare(`delete from event where ${which}`).run({ 1: importId });
  return changes;
}
