import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { writeWhole } from '../disk/file.ts';
import { discarded, unfinishedIn } from '../disk/unfinished.ts';
import { connect, connectTo, type Db } from '../ledger/sqlite.ts';
import type { Edition } from './edition-rules.ts';
import type { Pieces } from './sealing.ts';

/** A record in a bundle: its edition, and its body as JSON (empty where it was deleted). */
export interface Carried extends Edition {
  readonly noun: string;
  readonly key: string;
  readonly writer: string;
  readonly body: string;
}

/** The tables of a file of records, in their order. */
export const RECORD_TABLES = 'record';
const RECORDS = `create table record (
  id integer primary key,
  noun text not null,
  key text not null,
  counter integer not null,
  hash text not null,
  writer text not null,
  body text not null,
  unique (noun, key)
) strict`;

/** A SQLite file that records are put into, one after the other. */
export interface RecordFile {
  readonly count: number;
  add(record: Carried): void;
  has(noun: string, key: string): boolean;
  /** Everything that was put into it, once that is all. */
  finished(): { readonly size: number; readonly pieces: Pieces };
  discard(): void;
}

/**
 * Begins a file of records in a folder; nobody else can read it, and it goes away with the process. What comes from an
 * encrypted ledger is kept in memory.
 */
export function newRecordFile(folder: string, isSecret: boolean): RecordFile {
  const path = isSecret ? undefined : unfinishedIn(folder);
  if (path !== undefined) closeSync(openSync(path, 'wx', 0o600));
  const db = path === undefined ? connectTo() : connect(path, null);
  db.pragma('journal_mode = off');
  db.pragma('synchronous = off');
  db.exec(RECORDS);
  db.exec('begin');
  const insert = db.prepare(
    'insert into record (noun, key, counter, hash, writer, body) values (@noun, @key, @counter, @hash, @writer, @body)',
  );
  const find = db.prepare('select 1 from record where noun = ? and key = ?');
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: record => {
      insert.run(record);
      count++;
    },
    has: (noun, key) => find.get(noun, key) !== undefined,
    finished: () => {
      db.exec('commit');
      if (path === undefined) {
        const bytes = db.serialize();
        return { size: bytes.length, pieces: piecesOf(bytes) };
      }
      db.close();
      return { size: statSync(path).size, pieces: createReadStream(path) };
    },
    discard: () => {
      if (db.open) db.close();
      if (path !== undefined) discarded(path);
    },
  };
}

const PIECE = 1 << 20;

/** Bytes piece by piece. */
export async function* piecesOf(bytes: Buffer): Pieces {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A compressed file with what tells whether it is whole. */
export interface Packed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly unpacked: number;
}

/** Compresses what comes piece by piece into a file of a folder; `sealed` encrypts it. */
export async function packed(
  { size, pieces }: ReturnType<RecordFile['finished']>,
  folder: string,
  sealed: (pieces: Pieces) => Pieces,
): Promise<Packed> {
  const target = unfinishedIn(folder);
  const file = openSync(target, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of sealed(Readable.from(pieces).pipe(createGzip({ level: 6 })))) {
      hash.update(piece);
      bytes += piece.length;
      writeWhole(file, piece);
    }
  } finally {
    closeSync(file);
  }
  return { path: target, bytes, sha256: hash.digest('hex'), unpacked: size };
}

/** More than was announced, or what cannot be unpacked. */
export class NotAsAnnounced extends Error {}

/** Records that were unpacked: into a file, or into memory for an encrypted ledger. */
export interface Unpacked {
  /** Undefined where there are no readable records. */
  readonly db: Db | undefined;
  discard(): void;
}

/** Unpacks records, never more than was announced. Throws a NotAsAnnounced. */
export async function unpackedRecords(
  pieces: Pieces,
  announced: number,
  folder: string,
  isSecret: boolean,
  tables: string,
): Promise<Unpacked> {
  const place = isSecret ? inMemory() : inFile(folder);
  let size = 0;
  try {
    const gunzip = createGunzip();
    const fed = feed(gunzip, pieces);
    for await (const piece of gunzip) {
      size += (piece as Buffer).length;
      if (size > announced) throw new NotAsAnnounced();
      place.write(piece as Buffer);
    }
    await fed;
    if (size !== announced) throw new NotAsAnnounced();
    const db = readable(place.open, tables);
    return { db, discard: () => place.discard(db) };
  } catch (error) {
    place.discard(undefined);
    throw isOfFile(error) ? error : new NotAsAnnounced();
  }
}

interface Place {
  write(piece: Buffer): void;
  open(): Db;
  discard(db: Db | undefined): void;
}

function inFile(folder: string): Place {
  const path = unfinishedIn(folder);
  let file: number | undefined = openSync(path, 'wx', 0o600);
  const close = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    write: piece => writeWhole(file as number, piece),
    open: () => {
      close();
      return connect(path, null);
    },
    discard: db => {
      close();
      db?.close();
      discarded(path);
    },
  };
}

function inMemory(): Place {
  const pieces: Buffer[] = [];
  return {
    write: piece => pieces.push(piece),
    open: () => connectTo(Buffer.concat(pieces)),
    discard: db => db?.close(),
  };
}

/** A full disk is no fault of the bundle. */
const isOfFile = (error: unknown) => (error as NodeJS.ErrnoException).syscall !== undefined;

async function feed(into: ReturnType<typeof createGunzip>, pieces: Pieces): Promise<void> {
  try {
    for await (const piece of pieces)
      if (!into.write(piece)) await new Promise(resolve => into.once('drain', resolve).once('close', resolve));
    into.end();
  } catch (error) {
    into.destroy(error as Error);
  }
}

/** The records that were unpacked; undefined where they are no such file. */
function readable(open: () => Db, tables: string): Db | undefined {
  let db: Db | undefined;
  try {
    db = open();
    db.pragma('trusted_schema = off');
    db.pragma('query_only = on');
    const names = db.prepare(`select group_concat(name) from sqlite_schema where type <> 'index'`).pluck().get();
    if (names === tables && db.pragma('quick_check(1)', { simple: true }) === 'ok') return db;
  } catch {
    // What is no database, or a damaged one, holds no records.
  }
  db?.close();
  return undefined;
}

/** The nouns of the records of a bundle. */
export function nounsIn(records: Db): string[] {
  return records.prepare('select distinct noun from record').pluck().all() as string[];
}

/** The records of a noun, in the order in which they were put in. */
export function carriedOf(records: Db, noun: string): IterableIterator<Carried> {
  return records.prepare('select * from record where noun = ? order by id').iterate(noun) as IterableIterator<Carried>;
}

/** A file piece by piece, after what goes before it. */
export function* piecesAfter(head: Uint8Array, path: string): Generator<Uint8Array> {
  yield head;
  yield readFileSync(path);
  rmSync(path, { force: true });
}
