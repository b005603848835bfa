import { accessSync, closeSync, constants, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure, misuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';

/** The file that a path leads to in the end, also where it does not exist yet. */
export function realTarget(path: string): string {
  try {
    const real = realpathSync(path);
    // /dev/stdout in a pipe leads to a name that is no file.
    return existsSync(real) ? real : path;
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return absolute(path);
    }
  }
}

/** In a working folder that was deleted meanwhile a relative path leads nowhere: opening it then says so. */
function absolute(path: string): string {
  try {
    return resolve(path);
  } catch {
    return path;
  }
}

/**
 * Looks at the files that a command will write before it begins: never a ledger or a file it reads, and only where there
 * is a folder that can be written. Otherwise a change could be committed and its result lost.
 */
export function checkTargets(
  targets: readonly (string | undefined)[],
  ledger: string,
  inputs: readonly string[],
): void {
  const kept = new Set([ledger, `${ledger}-wal`, `${ledger}-shm`, `${ledger}.key`, ...inputs].map(realTarget));
  for (const target of targets) {
    if (target === undefined || target === '-') continue;
    if (kept.has(realTarget(target)))
      misuse(
        {
          zh: `${target} 是台账、要读取的文件或另一项结果，不能写入`,
          en: `${target} is the ledger, a file to be read or another result; it is not written to`,
        },
        ANOTHER,
      );
    kept.add(realTarget(target));
    checkWritable(target);
  }
}

const ANOTHER = { zh: '请换一个文件名', en: 'Name another file' };

/** Refuses a file that cannot be written, and a database: it may be another ledger (exit 2). */
export function checkWritable(target: string): void {
  try {
    const stat = statSync(target, { throwIfNoEntry: false });
    if (stat && !stat.isFile() && !stat.isDirectory()) return;
    accessSync(dirname(realTarget(target)), constants.W_OK);
    if (stat?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'open' });
    if (stat?.isFile() && belongsToDatabase(target))
      misuse({ zh: `${target} 是数据库文件，不会覆盖`, en: `${target} is a database and is not overwritten` }, ANOTHER);
  } catch (error) {
    throw unwritable(error, target);
  }
}

/** An error of the system as a usage Failure (exit 2) that names the file; any other error unchanged. */
export function unwritable(error: unknown, target: string): unknown {
  const reason = fileReason(error);
  if (!reason) return error;
  return new Failure(
    'usage',
    { zh: `无法写入文件 ${target}：${reason.zh}`, en: `Cannot write ${target}: ${reason.en}` },
    {
      zh: '请检查文件夹是否存在、是否可写、磁盘是否已满，或另选一个文件',
      en: 'Check that its folder exists, can be written and has room, or name another file',
    },
  );
}

const SQLITE_HEADER = 'SQLite format 3\0';

/** Whether a file is a database, or one that SQLite keeps beside it. */
function belongsToDatabase(path: string): boolean {
  const database = path.replace(/-(wal|shm|journal)$/, '');
  return isDatabase(path) || (database !== path && existsSync(database) && isDatabase(database));
}

function isDatabase(path: string): boolean {
  if (isEncrypted(path)) return true;
  const start = Buffer.alloc(SQLITE_HEADER.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === SQLITE_HEADER;
}
