import type { Db } from '../ledger/sqlite.ts';
import { CATALOG, type Kind } from './catalog.ts';

export type Cell = string | number | null;

/** What a column refers to: another record, by the table of its kind; a row of the same record; or a visit of a household. */
type Reference =
  | { readonly to: 'record'; readonly table: string }
  | { readonly to: 'row'; readonly tables: readonly string[] }
  | { readonly to: 'visit' };

/** A column that travels. One with its default is left out, so that a column that a later version adds changes no record. */
export interface Column {
  readonly name: string;
  readonly usual: Cell;
  readonly reference?: Reference;
}

/** The columns of a table of one kind of record. */
export interface Shape {
  readonly table: string;
  readonly columns: readonly Column[];
  /** How the ledger counts its rows; undefined where a row has no number of its own. */
  readonly id: string | undefined;
  /** The column that leads to the record. */
  readonly by: string | undefined;
}

/** Both kinds of cases share the numbers of their table. */
const SAME_NUMBERS: Readonly<Record<string, string>> = { dispute: 'cases', petition: 'cases' };
const ROOTS = new Set(CATALOG.map(({ table }) => table));
/** References that the schema leaves open, since a visit may be withdrawn. */
const TO_VISITS = ['diary', 'reading'];
const NEVER = ['import_id'];

interface Declared {
  readonly name: string;
  readonly dflt_value: string | null;
  readonly pk: number;
}

/** How every table of a kind is read and written, by its name. */
export function shapesOf(db: Db, kind: Kind): ReadonlyMap<string, Shape> {
  const tables = [{ table: kind.table, by: undefined }, ...kind.parts.map(({ table, by }) => ({ table, by }))];
  return new Map(tables.map(({ table, by }) => [table, shapeOf(db, kind, table, by)]));
}

function shapeOf(db: Db, kind: Kind, table: string, by: string | undefined): Shape {
  const declared = db.pragma(`table_xinfo("${table}")`) as Declared[];
  const references = new Map(
    (db.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[]).map(key => [key.from, key.table]),
  );
  const isRoot = table === kind.table;
  const id = isRoot ? kind.id : declared.find(({ name, pk }) => name === 'id' && pk === 1)?.name;
  const leftOut = [...NEVER, ...(kind.local ?? []), ...(by === undefined ? [] : [by])];
  const isOwn = (name: string) => name === 'id' || leftOut.includes(name) || isSpecial(table, name);
  return {
    table,
    id: by === 'id' ? undefined : id,
    by,
    columns: declared
      .filter(({ name }) => !isOwn(name))
      .map(({ name, dflt_value }) => {
        const reference = referenceOf(kind, table, name, references.get(name));
        return { name, usual: usual(db, dflt_value), ...(reference ? { reference } : {}) };
      }),
  };
}

/** Which move was voided is told by what the move was, since its number may be given again. */
const isSpecial = (table: string, column: string) => table === 'voided_move' && column === 'move_id';

function referenceOf(kind: Kind, table: string, column: string, to: string | undefined): Reference | undefined {
  if (column === 'visit_id' && TO_VISITS.includes(table)) return { to: 'row', tables: ['visit', 'withdrawn_visit'] };
  if (to === undefined || to === 'case_status') return undefined;
  const meant = SAME_NUMBERS[to] ?? to;
  if (meant !== kind.table && kind.parts.some(part => part.table === meant)) return { to: 'row', tables: [meant] };
  if (ROOTS.has(meant)) return { to: 'record', table: meant };
  if (meant === 'visit') return { to: 'visit' };
  throw new Error(`${table}.${column} refers to ${to}, which does not travel`);
}

function usual(db: Db, written: string | null): Cell {
  return written === null ? null : (db.prepare(`select ${written}`).pluck().get() as Cell);
}
