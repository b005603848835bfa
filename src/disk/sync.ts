import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until a folder's names, or a file's bytes, are on the disk. Windows keeps no folder open for that, and needs not to. */
export function syncPath(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
