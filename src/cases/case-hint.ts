import { chineseCommand } from '../cli/words/in-chinese.ts';
import type { Text } from '../kernel/text.ts';
import type { Case } from './case.ts';

/** A command line on a case, for a hint. */
export const commandOn = (caseFile: Pick<Case, 'kind' | 'number'>, words: string) =>
  `tiaochu ${caseFile.kind} ${words.replace('#', caseFile.number)}`;

/** A hint that names a command on a case: `$` is where the command goes, `#` in it is the number. */
export function commandHint(caseFile: Pick<Case, 'kind' | 'number'>, words: string, zh: string, en: string): Text {
  const line = commandOn(caseFile, words);
  return { zh: zh.replace('$', () => line), en: en.replace('$', () => line) };
}

/** What a move is called, with the Chinese word of its command where that is another. */
export function chineseMove(command: string, title: string): string {
  const verb = chineseCommand(command).split(' ').slice(1).join(' ');
  return verb === title ? title : `${title}（${verb}）`;
}
