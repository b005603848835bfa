import { BEGINNING, type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type DatedChange, valuesOn, versionsOf } from './dated-changes.ts';
import type { Reference, SimpleRecord, StoredAs } from './simple-record.ts';

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

/** A row of a table of a simple record as a file has it, with its number. */
export interface SimpleRow {
  readonly id: number;
  readonly [column: string]: unknown;
}

/** The column of those that happened on one day: since when a record is withdrawn. */
export const WITHDRAWN = 'withdrawn_on';

/**
 * All records of a table of a simple record, withdrawn ones too, references by their codes, in the order of their keys: as they were on a
 * day (or on their first day, where that is later), or else with what was entered last.
 */
export function simpleRows<R extends object>(db: Db, record: SimpleRecord<R>, day?: Day): SimpleRow[] {
  const columns = Object.keys(record.sheet).map(column => `${fileValue(record, column)} as ${column}`);
  if (record.eventDay) columns.push(`t.${WITHDRAWN}`);
  const rows = db
    .prepare(`select t.id, ${columns.join(', ')} from ${record.table} t order by ${record.key.join(', ')}`)
    .all() as SimpleRow[];
  if (day === undefined || !record.dated) return rows;
  const turns = datedChangesOf(db, record);
  const readOn = ({ from_on }: SimpleRow) => (String(from_on) > day ? String(from_on) : day);
  return rows.map(row => valuesOn(row, turns.get(row.id) ?? [], readOn(row)));
}

/** The changes of a record's dated columns, oldest first, by its number. */
export function datedChangesOf(
  db: Db,
  { noun, dated }: { readonly noun: string; readonly dated?: readonly string[] },
): Map<number, DatedChange[]> {
  const found = new Map<number, DatedChange[]>();
  if (!dated) return found;
  const events = db
    .prepare('select record_id, field, old_value, on_day from event where noun = ? order by id')
    .all(noun) as (DatedChange & { readonly record_id: number })[];
  for (const { record_id, ...turn } of events)
    if (dated.includes(turn.field)) found.set(record_id, [...(found.get(record_id) ?? []), turn]);
  return found;
}

/** All that a table of a simple record's records are and were, each as the spans in which it did not change. */
export function everyVersion<R extends object>(db: Db, record: SimpleRecord<R>): SimpleRow[] {
  const turns = datedChangesOf(db, record);
  return simpleRows(db, record).flatMap(row => versionsOf(row, turns.get(row.id) ?? []));
}

/** An expression for what a dated column, never empty, was on a day (also an expression), for queries of their own. */
export function valueOn<R extends object>({ noun }: SimpleRecord<R>, column: keyof R & string, day: string): string {
  return `coalesce((select old_value from event where noun = '${noun}' and record_id = t.id and field = '${column}'
    and on_day > ${day} order by id limit 1), t.${column})`;
}

/** An expression for a column's value as a file has it: codes in the place of numbers. */
export function fileValue<R extends object>(record: SimpleRecord<R>, column: string): string {
  const reference = (record.references as Readonly<Record<string, Reference>>)[column];
  if (reference) return `coalesce(${reference.referent.code.replaceAll('%', `t.${reference.column}`)}, '')`;
  if (column === 'from_on' && record.defaultStart)
    return `iif(t.from_on = '${BEGINNING}', coalesce(${record.defaultStart}, t.from_on), t.from_on)`;
  const kept = (record.storedAs as Readonly<Record<string, StoredAs>> | undefined)?.[column];
  return kept ? kept.text(`t.${kept.column}`) : `t.${column}`;
}

/** Finds the record that a code names. */
export interface Referents {
  get(code: string): Found | undefined;
}

/** What the references of a record can name, column by column: looked up code by code, since households are many. */
export function referents(db: Db, references: object): Record<string, Referents> {
  return Object.fromEntries(
    (Object.entries(references) as [string, Reference][]).map(([column, { referent }]) => {
      const find = db.prepare(`select * from (${referent.all}) where code = ?`);
      const known = new Map<string, Found | undefined>();
      const get = (code: string) => {
        if (!known.has(code)) known.set(code, (find.all(code) as Found[]).at(-1));
        return known.get(code);
      };
      return [column, { get }];
    }),
  );
}

/** The column of the table that keeps a column of the file. */
export function columnOf<R extends object>(record: SimpleRecord<R>, column: string): string {
  const elsewhere = { ...record.references, ...record.storedAs } as Readonly<
    Record<string, { readonly column: string }>
  >;
  return elsewhere[column]?.column ?? column;
}

type Stored = Readonly<Record<string, string | number | null>>;

export function insertSimple(db: Db, table: string, row: Stored, stamp: Stamp): void {
  const columns = [...Object.keys(row), 'import_id'];
  const places = columns.map(() => '?').join(', ');
  db.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`).run(
    ...Object.values(row),
    stamp.importId ?? null,
  );
}

/** Writes what changed, all at once since values may depend on each other; the old ones stay in the history, by codes. */
export function updateSimple<R extends object>(
  db: Db,
  record: SimpleRecord<R>,
  id: number,
  changes: readonly Change[],
  row: Stored,
  stamp: Stamp,
): void {
  const columns = changes.map(({ field }) => columnOf(record, field));
  const set = columns.map(column => `${column} = ?`).join(', ');
  db.prepare(`update ${record.table} set ${set} where id = ?`).run(...columns.map(column => row[column] ?? null), id);
  recordChanges(db, record.noun, id, changes, stamp);
}

/** Since when a record of something that happened is withdrawn. */
export function withdrawnOn(db: Db, table: string, id: number): Day | null {
  return db.prepare(`select ${WITHDRAWN} from ${table} where id = ?`).pluck().get(id) as Day | null;
}

/** Marks a record as withdrawn; the reason stands in its history. */
export function withdrawSimple<R extends object>(
  db: Db,
  { noun, table }: SimpleRecord<R>,
  id: number,
  on: Day,
  stamp: Stamp,
): void {
  db.prepare(`update ${table} set ${WITHDRAWN} = ? where id = ?`).run(on, id);
  recordChanges(db, noun, id, [{ field: WITHDRAWN, old: null, new: on }], stamp);
}

/** Ends a record from a day on. */
export function endSimple<R extends object>(db: Db, record: SimpleRecord<R>, id: number, on: Day, stamp: Stamp): void {
  db.prepare(`update ${record.table} set to_on = ? where id = ?`).run(on, id);
  recordChanges(db, record.noun, id, [{ field: 'to_on', old: OPEN_END, new: on }], stamp);
}
