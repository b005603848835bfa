import type { Db } from '../sqlite.ts';
import type { KeptColumn } from './record-fit.ts';
import type { Lost, SalvagedRow } from './table-rows.ts';

/** What the rows of a table are made of. */
export interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Whether rows have numbers, and whether these are a column of their own. */
  readonly hasNumbers: boolean;
  readonly isNumberShown: boolean;
  /** The columns in the order in which records have them: those without numbers begin with the key. */
  readonly kept: readonly KeptColumn[];
}

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** Its place in the primary key, from 1; 0 where it is not in it. */
  readonly pk: number;
}

export function shapeOf(db: Db, table: string, sql: string): Shape {
  const columns = db.pragma(`table_info(${table})`) as ColumnInfo[];
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const quoted = ({ name }: ColumnInfo) => `"${name}"`;
  const hasNumbers = !/without\s+rowid/i.test(sql);
  const isNumberShown = key.length === 1 && key[0]?.type.toLowerCase() === 'integer';
  const kept = hasNumbers ? columns : [...key, ...columns.filter(({ pk }) => pk === 0)];
  return {
    table,
    columns: columns.map(quoted),
    key: key.length > 0 ? key.map(quoted) : ['rowid'],
    hasNumbers,
    isNumberShown,
    kept: kept.map(({ type, notnull, pk }) => ({
      type: type.toLowerCase(),
      isRequired: notnull === 1,
      isNumber: hasNumbers && isNumberShown && pk > 0,
    })),
  };
}

/** Writes the rows of one table that were saved. */
export interface Writer {
  add(row: SalvagedRow): void;
  /** The same for rows of a new ledger; nobody counts those that do not fit. */
  addMissing(row: SalvagedRow): void;
  /** Rows that could be read, but whose values no table takes. */
  readonly refused: Lost[];
  count(): number;
}

export function writerInto(db: Db, { table, columns, hasNumbers, isNumberShown }: Shape): Writer {
  const takesNumber = hasNumbers && !isNumberShown;
  const names = takesNumber ? ['rowid', ...columns] : columns;
  const insert = db.prepare(
    `insert or ignore into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  const refused: Lost[] = [];
  let count = 0;
  const put = ({ number, values }: SalvagedRow) => {
    count += insert.run(takesNumber ? [number, ...values] : values).changes;
  };
  return {
    add: row => {
      try {
        put(row);
      } catch {
        if (row.number !== undefined) refused.push({ from: row.number, to: row.number });
      }
    },
    addMissing: row => {
      try {
        put(row);
      } catch {}
    },
    refused,
    count: () => count,
  };
}
