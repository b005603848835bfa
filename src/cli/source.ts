import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { Failure } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import type { Text } from '../kernel/text.ts';
import type { Session } from './world.ts';

/** What a command reads: a file, standard input, or a pipe with a name. */
export interface Source {
  /** The path as it was given; undefined for what can be read only once, which has been read already. */
  readonly path: string | undefined;
  /** How messages and the list of imports call it: its name without the folders. */
  readonly name: string;
  readonly size: number;
  bytes(): Uint8Array;
}

/**
 * Looks up the files that a command line names before the ledger is opened. What somebody still types or pipes is read to
 * its end here: nobody else should wait for it. Throws a not-found Failure (exit 3) that names the file.
 */
export async function sourcesOf(files: readonly string[], session: Session): Promise<ReadonlyMap<string, Source>> {
  const sources = new Map<string, Source>();
  for (const file of files) if (!sources.has(file)) sources.set(file, await sourceOf(file, session));
  return sources;
}

async function sourceOf(file: string, { world, lang }: Session): Promise<Source> {
  if (file === '-') {
    const { fd } = world.stdin as { readonly fd?: number };
    const name = lang === 'zh' ? '标准输入' : 'standard input';
    if (fd !== undefined && !world.stdin.isTTY) demandEnd(fd, name);
    return inMemory(name, await allOf(world.stdin, name));
  }
  try {
    const stat = statSync(file);
    if (stat.isCharacterDevice() || stat.isBlockDevice()) await demandFiniteDevice(file);
    // Loaded where it is needed, since it takes 2 ms; a pipe is read without blocking, so that Ctrl-C is heard.
    if (!stat.isFile()) return inMemory(basename(file), await allOf(createReadStream(file), basename(file)));
    if (stat.size > MOST_BYTES) throw tooLarge(basename(file));
    return { path: file, name: basename(file), size: stat.size, bytes: () => readNow(file) };
  } catch (error) {
    throw unreadable(error, file);
  }
}

/** All that a stream holds, which is not known before: it is given up as soon as it is too much. */
async function allOf(stream: Readable, name: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > MOST_BYTES) throw tooLarge(name);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** Two million visits: what is larger is no list of an office, or several of them. */
const MOST_BYTES = 256 * 2 ** 20;

function tooLarge(name: string): Failure {
  return new Failure(
    'rejected',
    { zh: `${name} 超过 256 MB，不能一次导入`, en: `${name} is larger than 256 MB, too large for one import` },
    {
      zh: '请按月份、乡镇分成几个文件再导入；走访可以一次写几个文件名',
      en: 'Split it by month or township and import the parts; visits can be imported from several files at once',
    },
  );
}

async function demandFiniteDevice(path: string): Promise<void> {
  const { isatty } = await import('node:tty');
  const file = openSync(path, 'r');
  try {
    if (!isatty(file)) demandEnd(file, path);
  } finally {
    closeSync(file);
  }
}

/** A device that gives anything at all may never end, as /dev/zero does; one that gives nothing is empty. */
function demandEnd(file: number, name: string): void {
  const stat = fstatSync(file);
  if (!stat.isCharacterDevice() && !stat.isBlockDevice()) return;
  if (readSync(file, Buffer.alloc(1)) === 0) return;
  throw new Failure(
    'not-found',
    { zh: `${name} 是设备，不是文件`, en: `${name} is a device, not a file` },
    { zh: '请写一个 CSV 或 xlsx 文件', en: 'Name a CSV or xlsx file' },
  );
}

function inMemory(name: string, bytes: Uint8Array): Source {
  return { path: undefined, name, size: bytes.length, bytes: () => bytes };
}

function readNow(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(error, file);
  }
}

export const noSuchFile = (file: string): Text => ({ zh: `找不到文件 ${file}`, en: `There is no file ${file}` });

function unreadable(error: unknown, file: string): unknown {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return new Failure('not-found', noSuchFile(file), {
      zh: '请检查文件名和所在文件夹',
      en: 'Check its name and folder',
    });
  const reason = fileReason(error);
  if (!reason) return error;
  return new Failure(
    'not-found',
    { zh: `无法读取文件 ${file}：${reason.zh}`, en: `Cannot read ${file}: ${reason.en}` },
    { zh: '请检查它是否为文件夹、是否有读取权限', en: 'Check that it is a file and that you may read it' },
  );
}
