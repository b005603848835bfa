import type { Lang, Text } from '../../kernel/text.ts';
import { COMMAND_NAMES } from './command-names.ts';
import { OPTION_NAMES } from './option-names.ts';

/** What somebody typed or wrote, which a message repeats. */
const QUOTED = /(「[^」]*」)/;
const COMMAND = /(?<=tiaochu(?:\.js)? )[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}(?![\w.:/-])/g;
const OPTION = /(?<![\p{L}\p{N}./-])--([a-z][a-z-]*)(?![\w-])/gu;

/** A message in the user's language, with the commands and the options that it names in that language, too. */
export function spoken(text: Text, lang: Lang): string {
  return lang === 'zh' ? inChinese(text.zh) : text.en;
}

/** A Chinese text with the commands and options that it names in Chinese, as they can be typed; what it quotes stays as it is. */
export function inChinese(text: string): string {
  if (!text.includes('--') && !/tiaochu(?:\.js)? /.test(text)) return text;
  return text
    .split(QUOTED)
    .map(part => (QUOTED.test(part) ? part : part.replace(COMMAND, chineseCommand).replace(OPTION, chineseOption)))
    .join('');
}

/** The words of a command in Chinese; words behind it, and those that are no command, stay. */
export function chineseCommand(words: string): string {
  const parts = words.split(' ');
  for (let count = parts.length; count > 0; count--) {
    const known = commandNames().get(parts.slice(0, count).join(' '));
    if (known !== undefined) return [known, ...parts.slice(count)].join(' ');
  }
  return words;
}

let names: ReadonlyMap<string, string> | undefined;

/** What every area (`unit`) and every command (`unit list`) is called in Chinese. */
function commandNames(): ReadonlyMap<string, string> {
  names ??= new Map(COMMAND_NAMES.trim().split('\n').flatMap(namesIn));
  return names;
}

function namesIn(line: string): [string, string][] {
  const [[noun, chinese] = ['', ''], ...verbs] = line.split(', ').map(pair => pair.split('=') as [string, string]);
  return [[noun, chinese], ...verbs.map(([verb, zh]): [string, string] => [`${noun} ${verb}`, `${chinese} ${zh}`])];
}

function chineseOption(option: string, name: string): string {
  const chinese = OPTION_NAMES[name];
  return chinese === undefined ? option : `--${chinese}`;
}
