import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a whole piece: on a disk that is almost full the system takes a part of it without an error. */
export function writeWhole(file: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * Writes a file that appears only when it is complete and on the disk. A device or a pipe is written to as it is.
 * Throws the system's error where that fails; a file from before is then as it was. `makeRoom` runs
 * when the new file is complete, before it takes the place of the old one.
 */
export function writeFile(path: string, pieces: Iterable<string | Uint8Array>, makeRoom?: () => void): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    fill(path, pieces, false);
    return;
  }
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    fill(temporary, pieces, true);
    makeRoom?.();
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function fill(path: string, pieces: Iterable<string | Uint8Array>, isDisk: boolean): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const piece of pieces) writeWhole(file, piece);
    if (isDisk) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
