import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, misuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';

/** Files that programs keep for themselves are none of a folder's: hidden ones, those of an open Office document. */
const OF_PROGRAMS = /^(?:\.|~\$)/;

/** A file, or the files of a folder and of the folders in it. */
export function filesIn(path: string): readonly string[] {
  if (!isFolder(path)) return [path];
  const files = filesBelow(path).sort();
  if (files.length > 0) return files;
  return misuse({ zh: `文件夹 ${path} 里没有文件`, en: `The folder ${path} has no files` });
}

/** What may not be looked at is left to whoever reads it, and says so. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function filesBelow(folder: string): string[] {
  return entriesOf(folder)
    .filter(({ name }) => !OF_PROGRAMS.test(name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}

/** Throws a not-found Failure that names a folder that may not be read: nobody should think that all its files were imported. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const reason = fileReason(error);
    if (!reason) throw error;
    throw new Failure(
      'not-found',
      { zh: `无法读取文件夹 ${folder}：${reason.zh}`, en: `Cannot read the folder ${folder}: ${reason.en}` },
      { zh: '请检查读取权限，或把它移到别处', en: 'Check that you may read it, or move it elsewhere' },
    );
  }
}
