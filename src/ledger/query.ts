import type { RunResult } from 'better-sqlite3';
import {
  type Compilable,
  DummyDriver,
  type Insertable,
  Kysely,
  type QueryCreator,
  type SelectQueryBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { once } from '../kernel/once.ts';
import type { Schema } from './schema.ts';
import type { Db } from './sqlite.ts';

/** Kysely only writes the SQL; better-sqlite3 runs it, synchronously and inside the runner's transaction. */
const kysely = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

type Queries = QueryCreator<Schema>;
export const selectFrom: Queries['selectFrom'] = kysely.selectFrom.bind(kysely);
export const insertInto: Queries['insertInto'] = kysely.insertInto.bind(kysely);
export const updateTable: Queries['updateTable'] = kysely.updateTable.bind(kysely);
export const deleteFrom: Queries['deleteFrom'] = kysely.deleteFrom.bind(kysely);

/** All rows of a query. */
export function rows<R>(db: Db, query: Compilable<R>): R[] {
  const { sql, parameters } = query.compile();
  return prepared(db, sql).all(...parameters) as R[];
}

/** The first row of a query, if there is one. */
export function row<R>(db: Db, query: Compilable<R>): R | undefined {
  const { sql, parameters } = query.compile();
  return prepared(db, sql).get(...parameters) as R | undefined;
}

/** The first row of a query that always has one: none is a bug, not an empty result. */
export function theRow<R>(db: Db, query: Compilable<R>): R {
  const found = row(db, query);
  if (found === undefined) throw new Error(`no row: ${query.compile().sql}`);
  return found;
}

/** How many rows a query without a selection would have. */
export function count<D, T extends keyof D>(db: Db, from: SelectQueryBuilder<D, T, unknown>): number {
  return theRow(db, from.select(({ fn }) => fn.countAll().as('rows')).$castTo<{ rows: number }>()).rows;
}

/** The first column of each row, for queries that select one. */
export function values<R>(db: Db, query: Compilable<R>): R[keyof R][] {
  return rows(db, query).map(onlyValue);
}

/** The first column of the first row, for queries that select one; `undefined` where there is no row. */
export function value<R>(db: Db, query: Compilable<R>): R[keyof R] | undefined {
  const first = row(db, query);
  return first === undefined ? undefined : onlyValue(first);
}

function onlyValue<R>(from: R): R[keyof R] {
  for (const key in from) return from[key];
  throw new Error('a query for a value selects no column');
}

/** Runs an INSERT, UPDATE or DELETE; returns how many rows changed and the id of the last row inserted. */
export function run(db: Db, query: Compilable<unknown>) {
  const { sql, parameters } = query.compile();
  return written(prepared(db, sql).run(...parameters));
}

function written({ changes, lastInsertRowid }: RunResult): { readonly changes: number; readonly id: number } {
  return { changes, id: Number(lastInsertRowid) };
}

/** Streams a query's rows straight from the database, for lists that may have millions of rows. */
export function* each<R>(db: Db, query: Compilable<R>): Generator<R> {
  const { sql, parameters } = query.compile();
  // Not from the cache: a statement cannot run again while it is being read.
  yield* db.prepare(sql).iterate(...parameters) as IterableIterator<R>;
}

/**
 * Prepares an INSERT of the named columns once and returns a function that runs it: for imports, where compiling a query
 * for every row would be felt. The function returns the new row's id.
 */
export function inserter<T extends keyof Schema & string, C extends keyof Schema[T] & string>(
  db: Db,
  table: T,
  columns: readonly C[],
): (values: Readonly<Record<C, unknown>>) => number {
  const marks = columns.map(() => '?').join(', ');
  const insert = prepared(db, `insert into ${table} (${columns.join(', ')}) values (${marks})`);
  return values => Number(insert.run(columns.map(column => values[column])).lastInsertRowid);
}

/** A statement that inserts a row with some columns. */
interface Inserter {
  readonly columns: readonly string[];
  readonly insert: (values: Readonly<Record<string, unknown>>) => number;
}

const inserters = new WeakMap<Db, Map<string, Inserter[]>>();

/** Inserts one row, with a statement that is prepared once for each set of columns. Returns the new row's id. */
export function insertRow<T extends keyof Schema & string>(db: Db, table: T, values: Insertable<Schema[T]>): number {
  const given: Readonly<Record<string, unknown>> = values;
  const columns = Object.keys(given);
  const ofLedger = inserters.get(db) ?? new Map<string, Inserter[]>();
  inserters.set(db, ofLedger);
  const known = ofLedger.get(table) ?? [];
  // Compared, not joined to a key: an import inserts a dozen rows for each of its own.
  const same = known.find(
    one => one.columns.length === columns.length && columns.every((c, i) => one.columns[i] === c),
  );
  if (same) return same.insert(given);
  const insert = inserter(db, table, columns as (keyof Schema[T] & string)[]);
  ofLedger.set(table, [...known, { columns, insert }]);
  return insert(given);
}

const statements = new WeakMap<Db, Map<string, ReturnType<Db['prepare']>>>();

function prepared(db: Db, sql: string) {
  const known = statements.get(db) ?? new Map<string, ReturnType<Db['prepare']>>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/**
 * Returns a function that runs an INSERT, UPDATE or DELETE with values, and compiles it when it is first called: for writers that
 * run for every row of an import. `build` sees markers in place of the values and may only put them where values go.
 */
export function statement<V extends object>(db: Db, build: (values: V) => Compilable<unknown>) {
  const compiled = once(() => compiledOnce(db, build));
  return (values: V) => {
    const { prepared, parametersOf } = compiled();
    return written(prepared.run(...parametersOf(values)));
  };
}

/** The same for a query of one row. */
export function lookup<V extends object, R>(db: Db, build: (values: V) => Compilable<R>): (values: V) => R | undefined {
  const compiled = once(() => compiledOnce(db, build));
  return values => {
    const { prepared, parametersOf } = compiled();
    return prepared.get(...parametersOf(values)) as R | undefined;
  };
}

function compiledOnce<V extends object>(db: Db, build: (values: V) => Compilable<unknown>) {
  const markers = new Proxy({}, { get: (_, name) => new Marker(name as keyof V) }) as V;
  const { sql, parameters } = build(markers).compile();
  // Constants go into the SQL itself: SQLite plans anew whenever a parameter is bound that a partial index depends on.
  const constants = [...parameters];
  const fixed = sql.replaceAll('?', () => {
    const constant = constants.shift();
    return constant instanceof Marker ? '?' : literal(constant);
  });
  const names = parameters.flatMap(parameter => (parameter instanceof Marker ? [parameter.name as keyof V] : []));
  return { prepared: db.prepare(fixed), parametersOf: (values: V) => names.map(name => values[name]) };
}

/** Stands for a value that is given when the query runs. */
class Marker<N> {
  readonly name: N;
  constructor(name: N) {
    this.name = name;
  }
}

function literal(constant: unknown): string {
  if (constant === null) return 'null';
  return typeof constant === 'number' ? String(constant) : `'${String(constant).replaceAll("'", "''")}'`;
}
