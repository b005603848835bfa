import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Failure, misuse } from '../kernel/failure.ts';
import type { World } from './world.ts';

/** The first line of a file, of a descriptor (`/dev/fd/3`) or, for `-`, of standard input. */
export async function passphraseIn(file: string, { stdin }: World): Promise<string> {
  const all = file === '-' ? await text(stdin) : readText(file);
  const [first = ''] = all.split(/\r?\n/);
  if (first === '')
    misuse({ zh: `口令文件 ${file} 第一行是空的`, en: `The first line of the passphrase file ${file} is empty` });
  return first;
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
