import type { Db } from '../ledger/sqlite.ts';
import { numberedWords } from './act-ids.ts';
import type { Kind } from './catalog.ts';
import type { Body, Cells } from './fingerprint.ts';
import { historyWriter } from './history-store.ts';
import { type Id, type Keys, missingRecord } from './key-store.ts';
import { type Meeting, meet } from './meeting.ts';
import type { Purging } from './purging.ts';
import { EVENTS, isWords, type Local, type Row } from './record-store.ts';
import { type Cell, type Column, type Shape, shapesOf } from './shape-store.ts';
import { keepVoidedMoves } from './voided-moves.ts';

/** A record that is written as a bundle brings it. */
export interface Coming {
  readonly key: string;
  readonly id: Id;
  readonly body: Body;
  /** What the ledger has of it. */
  readonly local: Local | undefined;
}

interface Writing {
  newId(table: string): number;
  readonly purging: Purging;
}

/** Writes records of a kind: row by row what differs, so that what is append-only is only added to, unless it was purged. */
export function recordWriter(db: Db, kind: Kind, keys: Keys, { newId, purging }: Writing) {
  const writeHistory = historyWriter(db, { newId, purging });
  const shapes = shapesOf(db, kind);
  const tables = [{ table: kind.table, key: undefined }, ...kind.parts];
  const write = rowWriter(db);
  return ({ key, id, body, local }: Coming) => {
    const meetings = new Map(
      tables.map(({ table, key: by }) => [table, meet(shapes.get(table) as Shape, body, local, by)]),
    );
    const ids = numbers(kind, meetings, id, newId);
    const stored = ({ shape: { table, columns } }: Meeting, cells: Cells): Row =>
      Object.fromEntries(
        columns.map(column => [column.name, storedValue(table, column, cells[column.name], ids, keys, key)]),
      );
    const moves = meetings.get('move');
    const voided = meetings.get('voided_move');
    if (moves && voided)
      keepVoidedMoves({ moves, voided, key, ids, purging }, (cells, move_id) =>
        write.insert('voided_move', { ...stored(voided, cells), id: newId('voided_move'), case_id: id, move_id }),
      );
    for (const meeting of [...meetings.values()].reverse()) removeRows(meeting, id, write);
    for (const meeting of meetings.values()) {
      const row = (cells: Cells, name: string) => ({ ...stored(meeting, cells), ...imported(meeting, name, meetings) });
      if (meeting === voided) purgeRows(meeting, purging, row, write);
      else writeRows(meeting, { record: id, ids, purging }, row, write);
    }
    writeHistory({ kind, id, ids, events: body[EVENTS] ?? [] });
  };
}

/** Adds the rows of a table that are not here, and changes those that differ. */
function writeRows(
  { shape: { table, id: numbered, by }, names, cells, here }: Meeting,
  { record, ids, purging }: { record: Id; ids: ReadonlyMap<string, Id>; purging: Purging },
  stored: (cells: Cells, name: string) => Row,
  write: RowWriter,
): void {
  const column = numbered ?? (by === 'id' ? by : undefined);
  for (const [i, name] of names.entries()) {
    const before = here.get(name);
    const now = cells[i] ?? {};
    if (before && isSame(before.cells, now)) continue;
    if (before) purging.leaves(before.cells, now);
    const id = ids.get(`${table} ${name}`);
    const row = {
      ...stored(now, name),
      ...(by ? { [by]: record } : {}),
      ...(numbered && id !== undefined ? { [numbered]: id } : {}),
    };
    if (before && column) write.update(table, row, column);
    else {
      if (before) write.remove(table, before.row);
      write.insert(table, row);
    }
  }
}

/** Of voided moves, which are kept as they were, only what was purged changes. */
function purgeRows(
  { shape: { table }, names, cells, here }: Meeting,
  purging: Purging,
  stored: (cells: Cells, name: string) => Row,
  write: RowWriter,
): void {
  for (const [i, name] of names.entries()) {
    const before = here.get(name);
    const { move_id, after, ...now } = cells[i] ?? {};
    const { move_id: named, after: placed, ...was } = before?.cells ?? {};
    if (before && purging.leaves(was, now))
      write.update(table, { ...stored(now, name), id: before.row.id ?? null }, 'id');
  }
}

const isSame = (a: Cells, b: Cells) => JSON.stringify(a) === JSON.stringify(b);

/** The numbers of all rows of a record, by table and name: those that rows have here, new ones for the others. */
function numbers(kind: Kind, meetings: ReadonlyMap<string, Meeting>, id: Id, newId: (table: string) => number) {
  const ids = new Map<string, Id>();
  const hasVoided = (meetings.get('voided_move')?.names.length ?? 0) > 0;
  for (const [table, { shape, names, here }] of meetings) {
    if (table === kind.table || shape.id === undefined || table === 'voided_move') continue;
    for (const name of names) {
      const known = here.get(name)?.row[shape.id] ?? withdrawn(table, name, meetings);
      if (known === undefined && table === 'move' && hasVoided) newId(table);
      ids.set(`${table} ${name}`, known ?? newId(table));
    }
  }
  for (const name of meetings.get(kind.table)?.names ?? []) ids.set(`${kind.table} ${name}`, id);
  return ids;
}

/** A visit that was withdrawn since keeps its number, by which its history and its diaries name it. */
function withdrawn(table: string, name: string, meetings: ReadonlyMap<string, Meeting>): Id | undefined {
  return visitBefore(table, name, meetings)?.id ?? undefined;
}

/** A row that came from a file here still does, once it is kept elsewhere. */
function imported({ shape: { table } }: Meeting, name: string, meetings: ReadonlyMap<string, Meeting>): Row {
  const visit = visitBefore(table, name, meetings);
  return visit ? { import_id: visit.import_id ?? null } : {};
}

/** The visit that a withdrawn one was here until now. */
function visitBefore(table: string, name: string, meetings: ReadonlyMap<string, Meeting>): Row | undefined {
  if (table !== 'withdrawn_visit') return undefined;
  const visits = meetings.get('visit');
  const visit = name.split('|').slice(0, -1).join('|');
  return visits?.names.includes(visit) ? undefined : visits?.here.get(visit)?.row;
}

function removeRows({ shape, names, here }: Meeting, id: Id, write: RowWriter): void {
  const coming = new Set(names);
  for (const [name, { row }] of here)
    if (!coming.has(name)) write.remove(shape.table, shape.by === 'id' ? { id } : row);
}

function storedValue(
  table: string,
  { name, usual, reference }: Column,
  cell: Cell | undefined,
  ids: ReadonlyMap<string, Id>,
  keys: Keys,
  record: string,
): Cell {
  if (cell === undefined) return usual;
  const numbered = (to: string, key: string): Id => {
    const id = to === 'party' ? ids.get(`party ${key}`) : keys.idOf(to, key);
    if (id === undefined) throw missingRecord(record, to, key);
    return id;
  };
  if (isWords(table, name)) return numberedWords(String(cell), (to, key) => Number(numbered(to, key)));
  if (cell === null || reference === undefined) return cell;
  if (reference.to === 'record') return numbered(reference.table, String(cell));
  const key = String(cell);
  const found =
    reference.to === 'visit'
      ? keys.visitId(key)
      : ids.get(reference.tables.length === 1 ? `${reference.tables[0]} ${key}` : key.replace('/', ' '));
  if (found === undefined) throw missingRecord(record, 'visit', key);
  return found;
}

interface RowWriter {
  insert(table: string, row: Row): void;
  update(table: string, row: Row, id: string): void;
  remove(table: string, row: Row): void;
}

/** Writes single rows, with a statement that is prepared once for each set of columns. */
function rowWriter(db: Db): RowWriter {
  const statements = new Map<string, ReturnType<Db['prepare']>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    insert: (table, row) => {
      const columns = Object.keys(row);
      const marks = columns.map(() => '?').join(', ');
      prepared(`insert into "${table}" (${columns.join(', ')}) values (${marks})`).run(Object.values(row));
    },
    update: (table, { ...row }, id) => {
      const { [id]: number, ...rest } = row;
      const set = Object.keys(rest).map(column => `${column} = ?`);
      prepared(`update "${table}" set ${set.join(', ')} where ${id} = ?`).run(...Object.values(rest), number);
    },
    remove: (table, row) => {
      const by = row.id === undefined ? Object.keys(row) : ['id'];
      const is = by.map(column => `${column} is ?`).join(' and ');
      prepared(`delete from "${table}" where ${is}`).run(by.map(column => row[column]));
    },
  };
}

/** Deletes a record with its parts. */
export function removeRecord(db: Db, { table, id: column, parts }: Kind, id: Id): void {
  for (const { table: part, of } of [...parts].reverse())
    db.prepare(`delete from "${part}" as t where ${of}`).run({ id });
  db.prepare(`delete from "${table}" where ${column} = ?`).run(id);
}
