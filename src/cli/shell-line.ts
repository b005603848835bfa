import type { Lang, Text } from '../kernel/text.ts';
import { nameOf, type Param } from './param.ts';
import type { Call } from './tree.ts';
import { chineseCommand } from './words/in-chinese.ts';
import { chineseName } from './words/option-names.ts';

/** A command line as a shell takes it. */
export function shellLine(words: readonly string[]): string {
  return ['tiaochu', ...words].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The words of a command line that says what was given for the parameters of a command. */
export function wordsOf(
  { path, params }: Pick<Call, 'path' | 'params'>,
  given: Call['given'],
  lang: Lang = 'en',
): string[] {
  const words = Object.entries(params).flatMap(([name, param]) => {
    const value = given[name];
    // `--no-color` is true where it was not given.
    if (value === undefined || value === false || (value === true && nameOf(param).startsWith('--no-'))) return [];
    const values = value === true ? [] : [value].flat().map(each => valueIn(param, String(each), lang));
    return [
      {
        isArgument: param.kind === 'argument',
        words: param.kind === 'argument' ? values : saying(nameIn(param, lang), values),
      },
    ];
  });
  const [before, after] = [words.filter(({ isArgument }) => isArgument), words.filter(({ isArgument }) => !isArgument)];
  const command = lang === 'zh' ? chineseCommand(path) : path;
  return [...command.split(' '), ...[...before, ...after].flatMap(each => each.words)];
}

/** What an option is called in a command line of the language. */
export function nameIn(param: Param<unknown>, lang: Lang): string {
  const chinese = lang === 'zh' ? chineseName(param.term) : undefined;
  return chinese === undefined ? nameOf(param) : `--${chinese}`;
}

/** A value as a command line of the language has it: the word of a closed list. */
export function valueIn(param: Param<unknown> | undefined, word: string, lang: Lang): string {
  const choices = param?.choices ?? [];
  return (lang === 'zh' && choices.find(({ value }) => value === word)?.name.zh) || word;
}

/** An option with its values; one that looks like an option itself is joined to the name. */
function saying(name: string, values: readonly string[]): string[] {
  const [first] = values;
  return values.length === 1 && first?.startsWith('-') ? [`${name}=${first}`] : [name, ...values];
}

/** How it is said what a script would say instead of an answer. */
export function withoutQuestions(line: string): Text {
  return { zh: `不再询问的写法：${line}`, en: `The same without questions: ${line}` };
}
