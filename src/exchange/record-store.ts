import type { Db } from '../ledger/sqlite.ts';
import { namedWords } from './act-ids.ts';
import type { Kind, Part } from './catalog.ts';
import type { Body, Cells } from './fingerprint.ts';
import type { Id, Keys } from './key-store.ts';
import { rowNames } from './record-names.ts';
import { type Cell, type Column, type Shape, shapesOf } from './shape-store.ts';

export type Row = Readonly<Record<string, Cell>>;

/** A record as this ledger has it, with the numbers of its rows, in the order in which they travel. */
export interface Local {
  readonly body: Body;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** What each row is called within the record, as other rows of it refer to it. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export const EVENTS = 'event';
/** Columns of the history that travel as they are. */
export const EVENT_COLUMNS = ['at', 'operator', 'on_day', 'field', 'old_value', 'new_value', 'reason'] as const;

/** Reads whole records of one kind. */
export function recordReader(db: Db, kind: Kind, keys: Keys): (id: Id) => Local {
  const shapes = shapesOf(db, kind);
  const shapeOf = (table: string) => shapes.get(table) as Shape;
  const root = db.prepare(`select * from "${kind.table}" t where t.${kind.id} = ?`);
  const parts = kind.parts.map(part => ({ part, all: partRows(db, part, shapeOf(part.table)) }));
  const history = historyReader(db, kind);
  return id => {
    const rows = new Map<string, readonly Row[]>([[kind.table, root.all(id) as Row[]]]);
    const names = new Map<string, readonly string[]>([[kind.table, ['']]]);
    const called = new Map<string, string>();
    const body: Record<string, readonly Cells[]> = {};
    const write = (table: string, found: readonly Row[], key?: readonly string[]) => {
      const shape = shapeOf(table);
      const read = found.map(row => ({ row, cells: cellsOf(shape, row, keys, called) }));
      const named = inOrder(read, key);
      if (named.length === 0) return;
      rows.set(
        table,
        named.map(one => one.row),
      );
      names.set(
        table,
        named.map(one => one.name),
      );
      for (const { row, name } of named) if (shape.id) called.set(`${table} ${row[shape.id]}`, name);
      body[table] = named.map(one => one.cells);
    };
    write(kind.table, rows.get(kind.table) ?? []);
    // Words of moves name parties, which come after them.
    const found = parts.map(({ part, all }) => ({ part, rows: all(id) }));
    for (const { part, rows: all } of found)
      if (!part.key) for (const [i, row] of all.entries()) called.set(`${part.table} ${row.id}`, String(i + 1));
    for (const { part, rows: all } of found) write(part.table, all, part.key);
    const events = history(id, called);
    if (events.length > 0) body[EVENTS] = events;
    return { body, rows, names };
  };
}

/** The rows of a part in the order in which they were made; SQLite would read a whole table in that order to find a few. */
function partRows(db: Db, { table, of }: Part, { id }: Shape): (id: Id) => Row[] {
  const all = db.prepare(`select * from "${table}" t where ${of}`);
  return owner => {
    const found = all.all({ id: owner }) as Row[];
    return id === undefined || found.length < 2 ? found : found.sort((a, b) => Number(a[id]) - Number(b[id]));
  };
}

/** Rows with a key travel in its order. */
function inOrder<R extends { readonly cells: Cells }>(read: readonly R[], key: Part['key']) {
  const names = rowNames(
    read.map(({ cells }) => cells),
    key,
  );
  const named = read.map((one, i) => ({ ...one, name: names[i] ?? '' }));
  return key ? named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) : named;
}

function cellsOf({ table, columns }: Shape, row: Row, keys: Keys, called: ReadonlyMap<string, string>): Cells {
  const cells: Record<string, Cell> = {};
  for (const column of columns) {
    const value = row[column.name] ?? null;
    if (value === column.usual) continue;
    cells[column.name] = isWords(table, column.name)
      ? namedWords(String(value), (to, id) => (to === 'party' ? (called.get(`party ${id}`) ?? '') : keys.keyOf(to, id)))
      : keyed(column, value, keys, called);
  }
  return table === 'voided_move' ? { ...cells, ...voidedPlace(row, called) } : cells;
}

/**
 * Where a voided move stood: it is still there where it was entered again with corrections; one that was stepped back came
 * after so many of those that are left.
 */
function voidedPlace({ kind, move_id }: Row, called: ReadonlyMap<string, string>): Cells {
  if (kind === 'corrected') return { move_id: called.get(`move ${move_id}`) ?? null };
  const before = [...called.keys()].filter(
    place => place.startsWith('move ') && Number(place.slice(5)) < Number(move_id),
  );
  return { after: before.length };
}

/** What a move says is kept as JSON, with numbers in it. */
export const isWords = (table: string, column: string) =>
  column === 'details' && (table === 'move' || table === 'voided_move');

function keyed({ name, reference }: Column, value: Cell, keys: Keys, called: ReadonlyMap<string, string>): Cell {
  if (value === null || reference === undefined) return value;
  if (reference.to === 'record') return keys.keyOf(reference.table, value);
  if (reference.to === 'visit') return keys.visitKey(Number(value));
  for (const table of reference.tables) {
    const row = called.get(`${table} ${value}`);
    if (row !== undefined) return reference.tables.length === 1 ? row : `${table}/${row}`;
  }
  throw new Error(`${name} ${value} is in no row of its record`);
}

/** The history of a record and its rows, oldest first; what of it is about rows that are gone stays here. */
function historyReader(db: Db, { table, history }: Kind) {
  const nouns = Object.entries(history).map(([noun, of]) => {
    const all = db.prepare('select * from event where noun = ? and record_id = ? order by id');
    return { noun, of, all };
  });
  const ofRow = (noun: string, of: string, name: string, found: Row[]) =>
    found.map(row => {
      const said = Object.fromEntries(EVENT_COLUMNS.map(column => [column, row[column] ?? null]));
      return { id: Number(row.id), cells: { noun, of, row: name, ...said } as Cells };
    });
  return (id: Id, called: ReadonlyMap<string, string>): Cells[] => {
    const events = nouns.flatMap(({ noun, of, all }) => {
      if (of === table) return ofRow(noun, of, '', all.all(noun, id) as Row[]);
      return [...called].flatMap(([place, name]) => {
        const [where, number] = place.split(' ');
        const isOf = where === of || (of === 'visit' && where === 'withdrawn_visit');
        return isOf ? ofRow(noun, String(where), name, all.all(noun, Number(number)) as Row[]) : [];
      });
    });
    const at = ({ cells }: { cells: Cells }) => String(cells.at);
    events.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.id - b.id));
    return events.map(({ cells }) => cells);
  };
}
