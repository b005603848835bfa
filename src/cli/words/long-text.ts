import { statSync } from 'node:fs';
import { Failure, misuse } from '../../kernel/failure.ts';
import { sourcesOf } from '../source.ts';
import type { Session } from '../world.ts';

/**
 * Reads the texts of one command line: `@FILE` is what is in the file, `-` what comes from standard input, which only one option can
 * have; `@@` at the beginning is a plain @. Other words are the text itself, with all their lines.
 */
export function longTexts(session: Session): (word: string) => Promise<string> {
  let isInputTaken = false;
  return async word => {
    if (word.startsWith('@@')) return word.slice(1);
    const file = word === '-' ? word : /^@(.+)$/s.exec(word)?.[1];
    if (file === undefined) return word;
    if (file === '-' && isInputTaken) misuse(ONE_INPUT, { zh: '其他的用 @文件', en: 'Use @FILE for the others' });
    isInputTaken ||= file === '-';
    if (file !== '-') demandFile(file);
    const source = (await sourcesOf([file], session)).get(file);
    if (!source) return word;
    // Loaded here, since few commands read files.
    const { decoded, PLAIN_TEXT } = await import('../../intake/decode.ts');
    const bytes = source.bytes();
    const text = bytes.length === 0 ? '' : decoded(bytes, source.name, undefined, PLAIN_TEXT).replace(/^\uFEFF/, '');
    return text.trim() === '' ? refuseEmpty(source.name) : text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
  };
}

/** A pipe that nobody writes to, or a device, would be waited for without an end. */
function demandFile(file: string): void {
  const there = statSync(file, { throwIfNoEntry: false });
  if (!there || there.isFile() || there.isDirectory()) return;
  throw new Failure(
    'not-found',
    { zh: `${file} 不是普通文件`, en: `${file} is not an ordinary file` },
    { zh: '请写一个文本文件；来自管道的用 -', en: 'Name a text file; what comes from a pipe is -' },
  );
}

function refuseEmpty(name: string): never {
  throw new Failure(
    'rejected',
    { zh: `${name} 里没有文字`, en: `there is no text in ${name}` },
    { zh: '请核对文件，或直接写文字', en: 'Check the file, or write the text itself' },
  );
}

const ONE_INPUT = { zh: '标准输入只能给一个选项', en: 'Standard input can be the text of one option only' };
