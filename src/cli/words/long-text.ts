import { misuse } from '../../kernel/failure.ts';
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
    const source = (await sourcesOf([file], session)).get(file);
    if (!source) return word;
    // Loaded here, since few commands read files.
    const { decoded } = await import('../../intake/decode.ts');
    return decoded(source.bytes(), source.name)
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .replace(/\n+$/, '');
  };
}

const ONE_INPUT = { zh: '标准输入只能给一个选项', en: 'Standard input can be the text of one option only' };
