import { accessSync, constants, statSync } from 'node:fs';
import { fileReason } from '../kernel/file-error.ts';
import { missing, notAFile, shut } from './problems.ts';

/**
 * Refuses what is no ledger that can be read: nothing, a folder, a pipe or a device, which might never end, or a file that
 * is not for this user of the system. Throws a Failure of kind `ledger` (exit 6).
 */
export function demandReadable(path: string): void {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw missing(path);
    if (!stat.isFile()) throw notAFile(path);
    // Opening and closing it here would end the locks of this process (POSIX).
    accessSync(path, constants.R_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missing(path);
    const reason = fileReason(error);
    throw reason ? shut(path, reason) : error;
  }
}
