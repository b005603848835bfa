import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { misuse } from '../kernel/failure.ts';

/** Files that programs keep for themselves are none of a folder's: hidden ones, those of an open Office document. */
const OF_PROGRAMS = /^(?:\.|~\$)/;

/** A file, or the files of a folder and of the folders in it. */
export function filesIn(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const files = filesBelow(path).sort();
  if (files.length > 0) return files;
  return misuse({ zh: `文件夹 ${path} 里没有文件`, en: `The folder ${path} has no files` });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !OF_PROGRAMS.test(name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}
