import type { Whole } from '../intake/sheet.ts';
import { BEGINNING, type Day } from '../kernel/day.ts';
import type { Stamp, Value } from '../ledger/events.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type DatedChange, valuesOn, versionsOf } from './dated-changes.ts';
import type { AnyRow } from './register.ts';
import { keyColumn, type Reference, type Referenced, type SimpleRecord } from './simple-record.ts';

// Tables and columns are those of a record's declaration. The SQL is written from it and not by Kysely, whose types
// know only names that are written out.

/** A row of a simple record as a file has it, with its id. */
export type SimpleRow = AnyRow & { readonly id: number };

/** The column of those that happened on one day: since when a record is withdrawn. */
export const WITHDRAWN = 'withdrawn_on';

/**
 * All records, withdrawn ones too, with the codes of their references, in the order of their keys: as they were on a
 * day (or on their first day, where that is later), or else with what was entered last.
 */
export function simpleRows<R extends AnyRow>(db: Db, record: SimpleRecord<R>, day?: Day): (SimpleRow & Whole<R>)[] {
  const columns = [
    ...Object.keys(record.sheet).map(column => `${fileValue(record, column)} as ${column}`),
    ...Object.keys(record.defaults ?? {}).map(column => `t.${column}`),
    ...(record.eventDay ? [`t.${WITHDRAWN}`] : []),
  ];
  const query = `select t.id, ${columns.join(', ')} from ${record.table} t`;
  const found = db.prepare(`${query} order by t.${record.orderBy ?? keyColumn(record)}`).all() as (SimpleRow &
    Whole<R>)[];
  if (day === undefined || !record.dated) return found;
  const changes = datedChangesOf(db, record);
  const readOn = ({ from_on }: SimpleRow) => (String(from_on) > day ? String(from_on) : day);
  return found.map(row => valuesOn(row, changes.get(row.id) ?? [], readOn(row)));
}

/** The records that belong to another one by a column of their table, began before a day and last beyond it, by their keys. */
export function lastingIn(db: Db, record: SimpleRecord, column: string, id: number, day: Day): SimpleRow[] {
  const key = keyColumn(record);
  return db
    .prepare(
      `select id, ${key}, from_on, to_on from ${record.table}
       where ${column} = ? and from_on < ? and to_on > ? order by ${key}`,
    )
    .all(id, day, day) as SimpleRow[];
}

/** The changes of a record's dated columns, oldest first, by its id. */
export function datedChangesOf(
  db: Db,
  { noun, dated }: { readonly noun: string; readonly dated?: readonly string[] },
): Map<number, DatedChange[]> {
  const found = new Map<number, DatedChange[]>();
  if (!dated) return found;
  const events = selectFrom('event')
    .select(['record_id', 'field', 'old_value', 'on_day'])
    .where('noun', '=', noun)
    .where('field', 'in', dated)
    .orderBy('id');
  for (const { record_id, ...change } of rows(db, events))
    found.set(record_id, [...(found.get(record_id) ?? []), change]);
  return found;
}

/** All that the records are and were, each as the spans in which it did not change. */
export function everyVersion<R extends AnyRow>(db: Db, record: SimpleRecord<R>): (SimpleRow & Whole<R>)[] {
  const changes = datedChangesOf(db, record);
  return simpleRows(db, record).flatMap(row => versionsOf(row, changes.get(row.id) ?? []));
}

/** An expression for what a dated column, never empty, was on a day (also an expression), for queries over a row `t`. */
export function valueOn<R extends AnyRow>({ noun }: SimpleRecord<R>, column: keyof R & string, day: string): string {
  return `coalesce((select old_value from event where noun = '${noun}' and record_id = t.id and field = '${column}'
    and on_day > ${day} order by id limit 1), t.${column})`;
}

/** An expression for a column's value as a file has it: codes in the place of ids. */
export function fileValue({ references = {}, storedAs = {}, defaultStart }: SimpleRecord, column: string): string {
  const [reference, kept] = [references[column], storedAs[column]];
  if (reference) return `coalesce(${tablesOf(reference).map(codeIn).join(', ')}, '')`;
  if (column === 'from_on' && defaultStart)
    return `iif(t.from_on = '${BEGINNING}', coalesce(${defaultStart}, t.from_on), t.from_on)`;
  return kept ? kept.text(`t.${kept.column}`) : `t.${column}`;
}

/** The tables whose records a reference can name. */
function tablesOf(reference: Reference): readonly Pick<Reference, 'column' | 'referent'>[] {
  return [reference, ...(reference.others ?? [])];
}

function codeIn({ column, referent }: Pick<Reference, 'column' | 'referent'>): string {
  return referent.code.replaceAll('%', `t.${column}`);
}

/** The columns of the table that keep a column of the file: one, or one for each table that it can name. */
export function columnsOf({ references, storedAs }: SimpleRecord, column: string): readonly string[] {
  const reference = references?.[column];
  return reference ? tablesOf(reference).map(table => table.column) : [storedAs?.[column]?.column ?? column];
}

/** Finds the records that a column of references names: looked up code by code, since households are many. */
export type Lookup = (code: string) => Referenced | undefined;

export function lookups(db: Db, { references = {} }: SimpleRecord): Record<string, Lookup> {
  return Object.fromEntries(
    Object.entries(references as Record<string, Reference>).map(([column, reference]) => {
      const finds = tablesOf(reference).map(table => finding(db, table));
      const known = new Map<string, Referenced | undefined>();
      const lookup: Lookup = code => {
        if (!known.has(code))
          known.set(
            code,
            finds.map(find => find(code)).find(found => found !== undefined),
          );
        return known.get(code);
      };
      return [column, lookup];
    }),
  );
}

function finding(db: Db, { column, referent }: Pick<Reference, 'column' | 'referent'>): Lookup {
  const current = referent.code.replaceAll('%', 'r.id');
  const find = db.prepare(`select r.*, ${current} as current from (${referent.all}) r where r.code = ?`);
  return code => {
    const found = (find.all(code) as Omit<Referenced, 'column'>[]).at(-1);
    return found && { ...found, column };
  };
}

/** The ids in a column of references, by the ids of the records: a code may have belonged to another record before. */
export function referencedIds(db: Db, record: SimpleRecord, column: string): Map<number, number> {
  const ids = db
    .prepare(`select id, ${columnsOf(record, column)[0]} from ${record.table}`)
    .raw()
    .all();
  return new Map(ids as [number, number][]);
}

/** Inserts a row; records that are never imported have no column for an import. */
export function insertSimple(db: Db, record: SimpleRecord, values: Record<string, Value>, { importId }: Stamp): void {
  const { table, defaults } = record;
  const row = { ...defaults, ...values, ...(importId === undefined ? {} : { import_id: importId }) };
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  db.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`).run(...Object.values(row));
}

/** Since when a record of something that happened is withdrawn. */
export function withdrawnOn(db: Db, table: string, id: number): Day | null {
  return db.prepare(`select ${WITHDRAWN} from ${table} where id = ?`).pluck().get(id) as Day | null;
}
