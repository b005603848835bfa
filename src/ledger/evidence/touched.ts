import type { Db } from '../sqlite.ts';
import type { Key } from './keys.ts';
import type { SealedTable } from './sealed-table.ts';

/** A row that was written: its texts before and after; null where it was, or is, not there. */
export interface TouchedRow {
  readonly key: Key;
  readonly old: string | null;
  readonly now: string | null;
}

/** The rows of a table that the triggers noted, in order of their keys; of one that is filled in bulk those that it had before. */
export function touchedRows(db: Db, table: SealedTable, last: number | null): IterableIterator<TouchedRow> {
  const { key, isNumbered } = table;
  const isRow = key.map((column, i) => `t."${column}" = ${isNumbered ? 'x.key' : `json_extract(x.key, '$[${i}]')`}`);
  return db
    .prepare(
      `select x.key, x.old, case when t."${key[0]}" is not null then ${table.text('t')} end as now
       from temp.touched x left join main."${table.name}" t on ${isRow.join(' and ')}
       where x.tbl = ? and (? is null or x.key <= ?) order by x.key`,
    )
    .iterate(table.name, last, last) as IterableIterator<TouchedRow>;
}
