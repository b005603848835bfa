import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those above it, which only their owner reads. Node's own `recursive` never ends where the system
 * lets nobody make one, as in /proc.
 */
export function makeFolder(path: string, mode = 0o700): void {
  const above = dirname(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (above !== path) makeFolder(above, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    // The folder above is there: the system lets nobody make one in it.
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? Object.assign(error as Error, { code: 'EPERM' }) : error;
  }
}
