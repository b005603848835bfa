import type { Day, Span } from '../kernel/day.ts';
import { OPEN_END } from '../kernel/day.ts';
import { type Act, type Change, recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import type { PlainRecord, Reference } from './plain-record.ts';

/** How records of another table are named: by which code, and for how long they stand. */
export interface Referent {
  /** A query for id, code, from_on, to_on of all of them, the present name of each last. */
  readonly all: string;
  /** An expression for the code of the one whose number stands in `%`. */
  readonly code: string;
}

/** A record that a code names. */
export interface Found extends Span {
  readonly id: number;
  readonly code: string;
  /** What kind it is, where its table has kinds: a unit's level. */
  readonly level?: string;
}

/** Units, by the codes they have and had; they stand from their first term on. */
export const UNITS: Referent = {
  all: `select t.unit_id as id, t.code, t.level, (select min(from_on) from unit_term where unit_id = t.unit_id) as from_on,
    (select max(to_on) from unit_term where unit_id = t.unit_id) as to_on from unit_term t order by t.from_on`,
  code: '(select code from unit_term where unit_id = % order by from_on desc limit 1)',
};

/** Records of a table with a code and, where it has one, a span. */
export function codedTable(table: string, spanned = true): Referent {
  const span = spanned ? 'from_on, to_on' : `'0001-01-01' as from_on, '9999-12-31' as to_on`;
  return { all: `select id, code, ${span} from ${table}`, code: `(select code from ${table} where id = %)` };
}

/** A row of a plain table as a file has it, with its number. */
export interface PlainRow {
  readonly id: number;
  readonly [column: string]: unknown;
}

/** All records of a plain table, references by their codes, in the order of their keys. */
export function plainRows<R extends object>(handle: Sqlite, record: PlainRecord<R>): PlainRow[] {
  const columns = Object.keys(record.sheet).map(column => {
    const reference = (record.references as Readonly<Record<string, Reference>>)[column];
    if (!reference) return `t.${column}`;
    return `coalesce(${reference.referent.code.replaceAll('%', `t.${reference.column}`)}, '') as ${column}`;
  });
  return handle
    .prepare(`select t.id, ${columns.join(', ')} from ${record.table} t order by ${record.key.join(', ')}`)
    .all() as PlainRow[];
}

/** What the references of a record can name, column by column. */
export function referents(handle: Sqlite, references: object): Record<string, ReadonlyMap<string, Found>> {
  return Object.fromEntries(
    (Object.entries(references) as [string, Reference][]).map(([column, { referent }]) => {
      const rows = handle.prepare(referent.all).all() as Found[];
      return [column, new Map(rows.map(row => [row.code, row]))];
    }),
  );
}

type Stored = Readonly<Record<string, string | number | null>>;

export function insertPlain(handle: Sqlite, table: string, row: Stored, act: Act): void {
  const columns = [...Object.keys(row), 'import_id'];
  const places = columns.map(() => '?').join(', ');
  handle
    .prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`)
    .run(...Object.values(row), act.importId ?? null);
}

/** Writes what changed; the old values stay in the history, references by their codes. */
export function updatePlain<R extends object>(
  handle: Sqlite,
  record: PlainRecord<R>,
  id: number,
  changes: readonly Change[],
  row: Stored,
  act: Act,
): void {
  for (const { field } of changes) {
    const column = (record.references as Readonly<Record<string, Reference>>)[field]?.column ?? field;
    handle.prepare(`update ${record.table} set ${column} = ? where id = ?`).run(row[column] ?? null, id);
  }
  recordChanges(handle, record.noun, id, changes, act);
}

/** Ends a record from a day on. */
export function endPlain<R extends object>(
  handle: Sqlite,
  record: PlainRecord<R>,
  id: number,
  on: Day,
  act: Act,
): void {
  handle.prepare(`update ${record.table} set to_on = ? where id = ?`).run(on, id);
  recordChanges(handle, record.noun, id, [{ field: 'to_on', old: OPEN_END, new: on }], act);
}
