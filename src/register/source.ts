import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { checkWritable } from '../cli/targets.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import type { Lang } from '../kernel/text.ts';

/** A file's bytes, or standard input's for `-`. Throws a not-found Failure (exit 3) that names the file. */
export async function readSource(file: string, stdin: Readable): Promise<Uint8Array> {
  return file === '-' ? drained(stdin) : readFile(file);
}

/** A file's bytes. */
export function readFile(file: string): Uint8Array {
  return attempted(file, () => readFileSync(file));
}

/** A file's size in bytes, or undefined for a pipe and the like, which can be read only once. */
export function sizeOf(file: string): number | undefined {
  const found = attempted(file, () => statSync(file));
  return found.isFile() ? found.size : undefined;
}

function attempted<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new Failure(
        'not-found',
        { zh: `找不到文件 ${file}`, en: `There is no file ${file}` },
        { zh: '请检查文件名和所在文件夹', en: 'Check its name and folder' },
      );
    throw new Failure(
      'not-found',
      { zh: `读不了文件 ${file}（${code}）`, en: `Cannot read ${file} (${code})` },
      { zh: '请检查它是不是文件夹、有没有读取权限', en: 'Check that it is a file and that you may read it' },
    );
  }
}

/** How a file is called in messages and in the list of imports: its name without the folders. */
export function sourceName(file: string, lang: Lang): string {
  if (file === '-') return lang === 'zh' ? '标准输入' : 'standard input';
  return basename(file);
}

/** Where rejected rows go: `--rejected FILE`, else beside the file; standard input has no beside. */
export function rejectedPath(file: string, named: string | undefined): string {
  if (named !== undefined) return named;
  if (file === '-')
    misuse({
      zh: '从标准输入导入并使用 --skip-bad 时，须用 --rejected 文件 指定退回行写到哪里',
      en: 'With standard input, --skip-bad needs --rejected FILE for the rejected rows',
    });
  const beside = `${file.replace(/\.csv$/i, '')}.rejected.csv`;
  checkWritable(beside);
  return beside;
}

async function drained(stdin: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
