import type { Lang } from '../../kernel/text.ts';
import type { Command } from '../command.ts';
import { nameOf, type Param, type Params } from '../param.ts';
import { chineseCommand } from './in-chinese.ts';
import { chineseName } from './option-names.ts';

const WORD = /"[^"]*"|\S+/g;

/** The example of a command in the user's language: its words, its options and the values of closed lists. */
export function exampleOf({ example }: Command, params: Params, lang: Lang): string {
  if (lang === 'en') return example;
  const [command = example, options = ''] = example.split(/ (?=--)(.*)/s);
  const words = options.match(WORD) ?? [];
  const declared = new Map(Object.values(params).map(param => [nameOf(param), param]));
  const shown = words.map((word, i) => {
    const option = declared.get(word);
    return option ? `--${chineseName(option.term)}` : chineseValue(declared.get(words[i - 1] ?? ''), word);
  });
  return [chineseCommand(command), ...shown].join(' ');
}

function chineseValue(param: Param<unknown> | undefined, word: string): string {
  if (param?.term.includes('<party')) return word.replace(/^name=/, '');
  return param?.choices?.find(({ value }) => value === word)?.name.zh ?? word;
}
