import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { misuse } from '../kernel/failure.ts';

/** The file that a path leads to in the end, also where it does not exist yet. */
export function realTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(resolve(path))), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

/**
 * Looks at the files that a command will write before it begins: never the ledger or a file it reads, and only where
 * there is a folder that can be written. Otherwise a change could be committed and its result lost.
 */
export function checkTargets(
  targets: readonly (string | undefined)[],
  ledger: string,
  inputs: readonly string[],
): void {
  const kept = new Set([ledger, `${ledger}-wal`, `${ledger}-shm`, ...inputs].map(realTarget));
  for (const target of targets) {
    if (target === undefined || target === '-') continue;
    if (kept.has(realTarget(target)))
      misuse(
        {
          zh: `${target} 是台账或要读的文件，不能写入结果`,
          en: `${target} is the ledger or a file to be read; no result goes there`,
        },
        { zh: '请换一个文件名', en: 'Name another file' },
      );
    checkWritable(target);
  }
}

/** Refuses a file that cannot be written (exit 2). */
export function checkWritable(target: string): void {
  try {
    accessSync(dirname(realTarget(target)), constants.W_OK);
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    misuse(
      { zh: `写不了文件 ${target}（${code}）`, en: `Cannot write ${target} (${code})` },
      {
        zh: '请检查文件夹是否存在、是否可写，或另选一个文件',
        en: 'Check that its folder exists and can be written, or name another file',
      },
    );
  }
}
