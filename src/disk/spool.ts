import { closeSync, openSync, readSync } from 'node:fs';
import { writeWhole } from './file.ts';
import { discarded, unfinishedIn } from './unfinished.ts';

/** Texts that wait on the disk until it is known what becomes of them, each with the number by which they are ordered. */
export interface Spool {
  add(order: number, text: string): void;
  /** All texts, by their numbers. */
  texts(): Iterable<string>;
  close(): void;
}

/** Bytes that are written or read at once. */
const PIECE = 1 << 18;

/**
 * A spool in a folder. Its file has no name as soon as it is open, so that nothing is left behind, whatever ends the
 * program; texts may hold personal data. Throws the system's error where it cannot be written.
 */
export function openSpool(folder: string): Spool {
  const { file, close } = unnamedFile(folder);
  const orders: number[] = [];
  const ends: number[] = [];
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let written = 0;
  const flush = () => {
    for (const piece of waiting) writeWhole(file, piece);
    waiting = [];
    waitingBytes = 0;
  };
  return {
    add: (order, text) => {
      const bytes = Buffer.from(text);
      waiting.push(bytes);
      waitingBytes += bytes.length;
      written += bytes.length;
      orders.push(order);
      ends.push(written);
      if (waitingBytes >= PIECE) flush();
    },
    texts: () => {
      flush();
      return textsIn(file, ends, byOrder(orders));
    },
    close,
  };
}

/** A file that is deleted while it is open; a system that cannot do so deletes it when it is closed. */
function unnamedFile(folder: string): { readonly file: number; close(): void } {
  const path = unfinishedIn(folder);
  const file = openSync(path, 'wx+', 0o600);
  const isDeleted = deleted(path);
  return {
    file,
    close: () => {
      closeSync(file);
      if (!isDeleted) deleted(path);
    },
  };
}

function deleted(path: string): boolean {
  try {
    discarded(path);
    return true;
  } catch {
    return false;
  }
}

/** The places of texts in the order in which they are wanted; as a rule they came in it. */
function byOrder(orders: readonly number[]): Iterable<number> {
  const isSorted = orders.every((order, i) => i === 0 || (orders[i - 1] as number) <= order);
  if (isSorted) return orders.keys();
  return Uint32Array.from(orders.keys()).sort((a, b) => (orders[a] as number) - (orders[b] as number) || a - b);
}

/** Reads texts by their places; neighbours are read together. */
function* textsIn(file: number, ends: readonly number[], places: Iterable<number>): Generator<string> {
  let from = 0;
  let piece: Buffer = Buffer.alloc(0);
  for (const place of places) {
    const start = place === 0 ? 0 : (ends[place - 1] as number);
    const end = ends[place] as number;
    if (start < from || end > from + piece.length) {
      from = start;
      piece = readAt(file, start, Math.max(PIECE, end - start));
    }
    yield piece.toString('utf8', start - from, end - from);
  }
}

function readAt(file: number, from: number, length: number): Buffer {
  const piece = Buffer.allocUnsafe(length);
  let filled = 0;
  for (let read = -1; read !== 0 && filled < length; filled += read)
    read = readSync(file, piece, filled, length - filled, from + filled);
  return piece.subarray(0, filled);
}
