import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Failure, misuse } from '../kernel/failure.ts';
import type { World } from './world.ts';

/** The first line of a file, of a descriptor (`/dev/fd/3`) or, for `-`, of standard input. */
export async function passphraseIn(file: string, { stdin }: World): Promise<string> {
  const all = file === '-' ? await textOf(stdin) : readText(file);
  const [first = ''] = all.split(/\r?\n/);
  if (first === '')
    misuse({ zh: `口令文件 ${file} 第一行是空的`, en: `The first line of the passphrase file ${file} is empty` });
  return first;
}

/** Far more than any passphrase: what goes on is no file with one. */
const MOST_BYTES = 64 * 1024;

async function textOf(stdin: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stdin) {
    pieces.push(Buffer.from(piece));
    size += pieces.at(-1)?.length ?? 0;
    if (size > MOST_BYTES)
      misuse(
        { zh: '标准输入超过 64 KB，不是口令', en: 'Standard input has more than 64 KB: that is no passphrase' },
        { zh: '第一行写口令', en: 'Its first line is to be the passphrase' },
      );
  }
  return Buffer.concat(pieces).toString('utf8');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new Failure(
      'not-found',
      { zh: `无法读取口令文件 ${file}`, en: `Cannot read the passphrase file ${file}` },
      { zh: '请检查文件名和读取权限', en: 'Check its name and that you may read it' },
    );
  }
}
