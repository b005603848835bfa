import type { Db } from '../sqlite.ts';

/** A table whose rows the journal commits to, and how its rows are read as texts. */
export interface SealedTable {
  readonly name: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** Whether its key is one whole number, by which rows can be named in ranges. */
  readonly isNumbered: boolean;
  /** An expression of SQL for the text of a row that its hash is made of. */
  readonly text: (row: string) => string;
  /** Its rows that are sealed; without it, all. */
  readonly where?: string;
}

/** Entries from before the chain are sealed as rows; the others are links of the chain themselves. */
const BEFORE_THE_CHAIN = "t.hash = ''";
export const JOURNAL = 'journal';
const SEALS = ['seal', 'seal_block'];

/** The tables that the journal commits to: all but the seals. */
export function sealedTables(db: Db): SealedTable[] {
  const names = db
    .prepare("select name from main.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'")
    .pluck()
    .all() as string[];
  return names.sort().flatMap(name => sealedTable(db, name) ?? []);
}

/** How the rows of one table are sealed; undefined for the seals, and where there is no such table. */
export function sealedTable(db: Db, name: string): SealedTable | undefined {
  if (SEALS.includes(name)) return undefined;
  const columns = db.pragma(`main.table_xinfo("${name}")`) as { name: string; type: string; pk: number }[];
  if (columns.length === 0) return undefined;
  const ofKey = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  // A number and the text of its digits differ in JSON; bytes have no place in it.
  const valueIn = (row: string, column: string, type: string) =>
    type === 'BLOB' ? `hex(${row}."${column}")` : `${row}."${column}"`;
  return {
    name,
    key: ofKey.map(column => column.name),
    isNumbered: ofKey.length === 1 && ofKey[0]?.type === 'INTEGER',
    text: row => `json_array(${columns.map(({ name: column, type }) => valueIn(row, column, type)).join(', ')})`,
    ...(name === JOURNAL ? { where: BEFORE_THE_CHAIN } : {}),
  };
}

/** An expression of SQL for the key of a row: its number, or the values of its key as JSON. */
export function keyOf({ key, isNumbered }: SealedTable, row: string): string {
  const values = key.map(column => `${row}."${column}"`).join(', ');
  return isNumbered ? values : `json_array(${values})`;
}
