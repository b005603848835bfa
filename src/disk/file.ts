import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { holdUp } from '../kernel/hold-up.ts';
import { syncPath } from './sync.ts';
import { discarded, kept, unfinishedIn } from './unfinished.ts';

/**
 * Writes a whole piece: on a disk that is almost full the system takes a part of it without an error, and a pipe whose reader
 * made it non-blocking takes what it has room for.
 */
export function writeWhole(file: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; ) at += writePart(file, bytes, at);
}

/** Writes what there is room for; nothing, after a moment, where a reader is slow. */
function writePart(file: number, bytes: Uint8Array, at: number): number {
  try {
    return writeSync(file, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    holdUp(5);
    return 0;
  }
}

/**
 * Writes a file that appears only when it is complete and on the disk. A device or a pipe is written to as it is.
 * Throws the system's error where that fails; a file from before is then as it was. `makeRoom` runs
 * when the new file is complete, before it takes the place of the old one.
 */
export function writeFile(path: string, pieces: Iterable<string | Uint8Array>, makeRoom?: () => void): void {
  const writing = beginFile(path);
  try {
    for (const piece of pieces) writing.write(piece);
    writing.finish(makeRoom);
  } catch (error) {
    writing.giveUp();
    throw error;
  }
}

/** The same for what takes long: a signal is heard between two pieces, and leaves nothing behind. */
export async function writeFileInTurns(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const writing = beginFile(path);
  try {
    for (const piece of pieces) {
      writing.write(piece);
      await new Promise(resolve => setImmediate(resolve));
    }
    writing.finish();
  } catch (error) {
    writing.giveUp();
    throw error;
  }
}

interface Writing {
  write(piece: string | Uint8Array): void;
  finish(makeRoom?: () => void): void;
  giveUp(): void;
}

function beginFile(path: string): Writing {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) return beginDevice(path);
  const unfinished = unfinishedIn(dirname(path));
  const file = openNew(unfinished);
  return {
    write: piece => writeWhole(file, piece),
    finish: makeRoom => {
      fsyncSync(file);
      closeSync(file);
      makeRoom?.();
      renameSync(unfinished, path);
      kept(unfinished);
      syncPath(dirname(path));
    },
    giveUp: () => {
      closeQuietly(file);
      discarded(unfinished);
    },
  };
}

/** Writes a file that was not there, until it is on the disk. */
export function writeNew(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openNew(path);
  try {
    for (const piece of pieces) writeWhole(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file that was not there: no link leads anywhere else, and only its owner can read it. */
function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    kept(path);
    throw error;
  }
}

function beginDevice(path: string): Writing {
  const file = openSync(path, 'w');
  return { write: piece => writeWhole(file, piece), finish: () => closeSync(file), giveUp: () => closeQuietly(file) };
}

/** What failed to be written may have been closed already. */
function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {}
}

/** Puts a complete file in the place of another. */
export function placeOver(unfinished: string, path: string): void {
  renameSync(unfinished, path);
  kept(unfinished);
  syncPath(dirname(path));
}

/**
 * Puts a complete file in a place where none is; throws EEXIST where there is one by now. A disk without links (FAT) leaves
 * an instant in which somebody else's file could be replaced.
 */
export function placeNew(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
    rmSync(unfinished);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOSPC') throw error;
    if (statSync(path, { throwIfNoEntry: false }))
      throw Object.assign(new Error(path), { code: 'EEXIST', syscall: 'link' });
    renameSync(unfinished, path);
  }
  kept(unfinished);
  syncPath(dirname(path));
}
