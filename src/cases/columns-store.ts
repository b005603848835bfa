import type { Updateable } from 'kysely';
import { statement, updateTable } from '../ledger/query.ts';
import type { DisputeTable } from '../ledger/schema/disputes.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { CaseKind } from './case.ts';

type Columns = Readonly<Record<string, string | number | null>>;

/** Writes the columns that differ; the query is compiled once for each set of columns. */
export function columnWriter(db: Db, table: CaseKind) {
  const compiled = new Map<string, (values: Columns) => unknown>();
  return (id: number, before: Columns, after: Columns): void => {
    const changed = Object.keys(after).filter(column => after[column] !== before[column]);
    if (changed.length === 0) return;
    const key = changed.join();
    const write = compiled.get(key) ?? writerOf(db, table, changed);
    compiled.set(key, write);
    write({ ...after, id });
  };
}

function writerOf(db: Db, table: CaseKind, columns: readonly string[]) {
  return statement<Columns>(db, values => {
    const set = Object.fromEntries(columns.map(column => [column, values[column]])) as Updateable<DisputeTable>;
    // Both tables have an id, and their columns come from the facts of the kind itself.
    return updateTable(table as 'dispute')
      .set(set)
      .where('id', '=', values.id as number);
  });
}
