import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { isInLog } from '../diagnosis.ts';
import { isEncrypted } from '../encryption/keys.ts';
import { RESERVED } from '../encryption/page-rules.ts';
import { correctedHeader } from '../header.ts';
import { bytesOf } from '../ledger-bytes.ts';
import { connect, connectTo, type Db } from '../sqlite.ts';
import { type Said, saidBy } from './free-pages.ts';

/** A copy of a damaged ledger to read from; the ledger itself is never opened. */
export interface WorkingCopy extends Said {
  readonly pageSize: number;
  readonly size: number;
  /** What pages keep free at their ends. */
  readonly free: number;
  /** Whether the log beside the ledger was left out, since it is damaged or of another ledger. */
  readonly isWithoutLog: boolean;
  /** The bytes of a page; pages count from 1. */
  page(number: number): Buffer;
  /** Opens it with another first page, which then stays. */
  openWith(firstPage: Buffer): Db;
}

const HEADER = 100;
const FREE_AT = 20;

/** Copies a damaged ledger with its log, corrects the header of the copy and writes the log into it. */
export function workingCopy(damaged: string, path: string): WorkingCopy {
  const log = statSync(`${damaged}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const isWithoutLog = log > 0 && isInLog(damaged);
  copyFileSync(damaged, path);
  chmodSync(path, 0o600);
  if (log > 0 && !isWithoutLog) copyFileSync(`${damaged}-wal`, `${path}-wal`);
  return { ...(isEncrypted(path) ? inMemory(path) : inFile(path)), isWithoutLog };
}

/** What is encrypted is decrypted in memory only. */
function inMemory(path: string): Omit<WorkingCopy, 'isWithoutLog'> {
  if (existsSync(`${path}-wal`)) writeLogBack(path);
  const file = bytesOf(path);
  file[FREE_AT] = RESERVED;
  const said = Buffer.from(file.subarray(0, HEADER));
  const { bytes: header, pageSize, size } = correctedHeader(file.subarray(0, HEADER), file.length, false);
  const bytes = Buffer.concat([file, Buffer.alloc(size - file.length)]);
  header.copy(bytes);
  const page = (number: number) => bytes.subarray((number - 1) * pageSize, number * pageSize);
  return {
    ...saidBy(said, page, size / pageSize),
    pageSize,
    size,
    free: RESERVED,
    page,
    openWith: firstPage => {
      firstPage.copy(bytes);
      return connectTo(bytes);
    },
  };
}

function inFile(path: string): Omit<WorkingCopy, 'isWithoutLog'> {
  const hasLog = existsSync(`${path}-wal`);
  const before = correct(path, hasLog);
  if (hasLog) writeLogBack(path);
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  const { said, bytes: header, pageSize, size } = correct(path, false);
  const page = (number: number) => readPage(path, pageSize, number);
  return {
    ...saidBy(hasLog ? said : before.said, page, size / pageSize),
    pageSize,
    size,
    free: header[FREE_AT] ?? 0,
    page,
    openWith: firstPage => {
      writeStart(path, firstPage);
      return connect(path);
    },
  };
}

function readPage(path: string, pageSize: number, number: number): Buffer {
  const page = Buffer.alloc(pageSize);
  const file = openSync(path, 'r');
  try {
    readSync(file, page, 0, pageSize, (number - 1) * pageSize);
    return page;
  } finally {
    closeSync(file);
  }
}

function writeStart(path: string, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
}

/** Corrects the header of the copy, which then counts the pages that there are; returns also what it said. */
function correct(path: string, hasLog: boolean): ReturnType<typeof correctedHeader> & { readonly said: Buffer } {
  const file = openSync(path, 'r+');
  try {
    const header = Buffer.alloc(HEADER);
    readSync(file, header, 0, HEADER, 0);
    const corrected = correctedHeader(header, statSync(path).size, hasLog);
    ftruncateSync(file, corrected.size);
    writeSync(file, corrected.bytes, 0, HEADER, 0);
    return { ...corrected, said: header };
  } finally {
    closeSync(file);
  }
}

/** SQLite writes the log back when the last connection closes; what it cannot make sense of is read without that. */
function writeLogBack(path: string): void {
  try {
    const db = connect(path);
    try {
      db.pragma('schema_version');
    } finally {
      db.close();
    }
  } catch {}
}
