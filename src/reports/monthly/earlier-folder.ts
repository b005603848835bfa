import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { realTarget, unwritable } from '../../cli/targets.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { checksum, KIND, MANIFEST, type Manifest } from './manifest.ts';

/**
 * The folder that a path means, once it is certain that it may be written: nothing is there, or it is empty, or it is a
 * folder of this command with nothing else in it and nothing changed (exit 2 otherwise).
 */
export function folderToWrite(asked: string): string {
  const path = realTarget(asked);
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw unwritable(error, asked);
  }
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) return path;
  const problem = there.isDirectory() ? readable(path, asked) : noFolder(asked);
  if (problem) misuse(problem, ANOTHER);
  return path;
}

function readable(path: string, asked: string): Text | undefined {
  try {
    return problemIn(path, asked);
  } catch (error) {
    throw unwritable(error, asked);
  }
}

const ANOTHER: Text = {
  zh: '请换一个文件夹名，或先移走其中的文件',
  en: 'Name another folder, or move what is in it elsewhere first',
};

function noFolder(asked: string): Text {
  return { zh: `${asked} 是文件，不是文件夹`, en: `${asked} is a file, not a folder` };
}

/** What is against putting a new folder in the place of one that is there. */
function problemIn(path: string, asked: string): Text | undefined {
  const top = readdirSync(path);
  if (top.length === 0) return undefined;
  const manifest = manifestIn(path);
  if (!manifest)
    return {
      zh: `文件夹 ${asked} 已存在，里面不是月报，不会覆盖`,
      en: `The folder ${asked} exists and holds no monthly report: it is not overwritten`,
    };
  const own = new Map(manifest.files.map(file => [file.name, file.sha256]));
  // What lies beside the report is not looked into: it may be a whole disk.
  const parts = new Set([MANIFEST, ...[...own.keys()].map(name => name.split('/')[0])]);
  const beside = top.filter(name => !parts.has(name));
  const found = beside.length > 0 ? [] : filesIn(path);
  const foreign = [...beside, ...found.filter(name => name !== MANIFEST && !own.has(name))];
  if (foreign.length > 0)
    return {
      zh: `文件夹 ${asked} 里有月报以外的文件（${foreign.join('、')}），不会覆盖`,
      en: `The folder ${asked} has files besides the monthly report (${foreign.join(', ')}): it is not overwritten`,
    };
  const changed = found.filter(name => own.has(name) && checksum(readFileSync(join(path, name))) !== own.get(name));
  if (changed.length === 0) return undefined;
  return {
    zh: `文件夹 ${asked} 里的月报已被改动（${changed.join('、')}），不会覆盖`,
    en: `The monthly report in ${asked} was changed by hand (${changed.join(', ')}): it is not overwritten`,
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    const read = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    return read.kind === KIND && Array.isArray(read.files) ? read : undefined;
  } catch {
    return undefined;
  }
}
