import type { Readable } from 'node:stream';
import { startOf } from '../disk/start-of.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import type { Text } from '../kernel/text.ts';
import type { World } from './world.ts';

/** No passphrase is longer; what has no end of a line until then is no file of one. */
const MOST_BYTES = 1024;
/** A file of a passphrase is not larger than this, whatever is below the first line. */
const MOST_IN_ALL = 64 * 1024;

/** The first line of a file, of a descriptor (`/dev/fd/3`) or, for `-`, of standard input. */
export async function passphraseIn(file: string, { stdin }: World): Promise<string> {
  const bytes = file === '-' ? await firstOf(stdin) : startOfFile(file);
  const end = bytes.indexOf('\n');
  const line = bytes.subarray(0, end < 0 ? undefined : end);
  if (line.length > MOST_BYTES || bytes.length > MOST_IN_ALL || line.some(isControl)) misuse(notOne(file), ONE_LINE);
  const first = line
    .toString()
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '');
  if (first === '') misuse(file === '-' ? notOne(file) : emptyIn(file), ONE_LINE);
  return first;
}

/** What standard input gives until a line is complete: it may have no end. */
async function firstOf(stdin: Readable): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for await (const piece of stdin) {
    bytes = Buffer.concat([bytes, Buffer.from(piece)]);
    const end = bytes.indexOf('\n');
    if (end >= 0) return bytes.subarray(0, end);
    if (bytes.length > MOST_BYTES) return bytes;
  }
  return bytes;
}

function startOfFile(file: string): Buffer {
  try {
    return startOf(file, MOST_IN_ALL + 1) ?? misuse(notOne(file), ONE_LINE);
  } catch (error) {
    const reason = fileReason(error);
    if (!reason) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure('not-found', isMissing ? noFile(file) : unreadable(file, reason), {
      zh: '请检查文件名和读取权限',
      en: 'Check its name and that you may read it',
    });
  }
}

/** Characters that nobody types, and a file of something else is full of. */
const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0d;

const noFile = (file: string): Text => ({ zh: `找不到口令文件 ${file}`, en: `There is no passphrase file ${file}` });
const unreadable = (file: string, reason: Text): Text => ({
  zh: `无法读取口令文件 ${file}：${reason.zh}`,
  en: `Cannot read the passphrase file ${file}: ${reason.en}`,
});
const emptyIn = (file: string): Text => ({
  zh: `口令文件 ${file} 第一行是空的`,
  en: `The first line of the passphrase file ${file} is empty`,
});
const notOne = (file: string): Text =>
  file === '-'
    ? { zh: '标准输入中没有口令', en: 'There is no passphrase on standard input' }
    : { zh: `${file} 不是口令文件`, en: `${file} is not a passphrase file` };
const ONE_LINE: Text = {
  zh: '口令文件是文本文件，第一行是口令（UTF-8，不超过 1024 字节）；也可以用描述符（/dev/fd/3）或 -（标准输入）',
  en: 'It is a text file whose first line is the passphrase (UTF-8, at most 1024 bytes); a descriptor (/dev/fd/3) or - (standard input) will do, too',
};
