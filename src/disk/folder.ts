import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeFile } from './file.ts';
import { makeFolder } from './make-folder.ts';
import { isRunning } from './running.ts';
import { syncPath } from './sync.ts';
import { discarded, kept, unfinishedIn } from './unfinished.ts';

/** A file of a folder; its name may have a folder before it, as `csv/coverage.csv`. */
export interface FolderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a folder that appears only when all of it is on the disk, and takes the place of the one before with all its
 * files. Throws the system's error where that fails; the folder from before is then as it was. Between the two steps in
 * which one folder gives way to the other, a kill leaves none under that name, and never a part of one.
 */
export function writeFolder(path: string, files: readonly FolderFile[]): void {
  removeEarlier(path);
  const before = join(dirname(path), `.${basename(path)}.${process.pid}.old`);
  const unfinished = unfinishedIn(dirname(path));
  try {
    fillFolder(unfinished, files);
    exchange(unfinished, path, before);
    kept(unfinished);
  } catch (error) {
    discarded(unfinished);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
  syncPath(dirname(path));
}

function fillFolder(folder: string, files: readonly FolderFile[]): void {
  mkdirSync(folder, { mode: 0o700 });
  for (const { name, bytes } of files) {
    makeFolder(dirname(join(folder, name)));
    writeFile(join(folder, name), [bytes]);
  }
  for (const name of new Set(['.', ...files.map(file => dirname(file.name))])) syncPath(join(folder, name));
}

function exchange(complete: string, path: string, before: string): void {
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isThere) renameSync(path, before);
  try {
    renameSync(complete, path);
  } catch (error) {
    if (isThere) renameSync(before, path);
    throw error;
  }
}

/** Takes away the folders of this name from before that a run which was killed has left. */
function removeEarlier(path: string): void {
  for (const entry of readdirSync(dirname(path))) {
    const own = entry.startsWith(`.${basename(path)}.`) ? /\.(\d+)\.old$/.exec(entry) : null;
    if (own && !isRunning(Number(own[1]))) rmSync(join(dirname(path), entry), { recursive: true, force: true });
  }
}
