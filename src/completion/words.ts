import { allParams } from '../cli/all-params.ts';
import type { Area, Command } from '../cli/command.ts';
import { everyone } from '../cli/common-params.ts';
import { labelOf, nameOf, type Param } from '../cli/param.ts';
import { isCalled } from '../cli/words/command-words.ts';
import { spoken } from '../cli/words/in-chinese.ts';
import { chineseName } from '../cli/words/option-names.ts';
import { leadingOptions, ordinaryWords } from '../cli/words/typed-words.ts';
import type { Lang } from '../kernel/text.ts';

/** Something that can be typed next, and what it is. */
export interface Completion {
  readonly value: string;
  readonly about: string;
}

/** What is being completed: a word from a list, or the value of a parameter. */
export type Wanted = { readonly words: readonly Completion[] } | { readonly value: Param<unknown> };

/** What can follow the words before the one that is typed: a command, an option, or the value of a parameter. */
export async function wantedAfter(
  before: readonly string[],
  typed: string,
  areas: readonly Area[],
  lang: Lang,
): Promise<Wanted> {
  const [noun, ...rest] = before.slice(leadingOptions(before, Object.values(everyone)));
  if (noun === undefined) return { words: areas.flatMap(area => named(area, area.summary, typed, lang)) };
  const area = areas.find(({ name, zh }) => name === noun || zh === noun);
  if (!area) return { words: [] };
  const commands = await area.load(rest[0]);
  const command = area.solo ? commands[0] : commands.find(each => isCalled(each, rest));
  if (!command) return { words: verbsAfter(await area.load(), rest, typed, lang) };
  return inside(command, area.solo ? rest : rest.slice(command.name.split(' ').length), typed, lang);
}

/** The verbs of an area, or those of a group (`party`) behind its first word. */
function verbsAfter(
  commands: readonly Command[],
  words: readonly string[],
  typed: string,
  lang: Lang,
): readonly Completion[] {
  const depth = words.length;
  const fitting = commands.filter(({ name, zh }) => {
    const [english, chinese] = [name.split(' '), zh.split(' ')];
    return english.length > depth && words.every((word, i) => word === english[i] || word === chinese[i]);
  });
  const found = fitting.flatMap(({ name, zh, summary }) =>
    named({ name: name.split(' ')[depth] ?? '', zh: zh.split(' ')[depth] ?? '' }, summary, typed, lang),
  );
  return [...new Map(found.map(each => [each.value, each])).values()];
}

/** What can follow inside a command: the value of an option, an option, or an argument. */
function inside(command: Command, words: readonly string[], typed: string, lang: Lang): Wanted {
  const params = Object.values(allParams(command));
  const isOption = /^[-－—]/.test(typed);
  const last = words.at(-1);
  const open = last === undefined ? undefined : optionAt(last, params);
  if (open && open.kind === 'option' && !isOption) return { value: open };
  const argument = isOption ? undefined : argumentAt(words, params);
  if (argument) return { value: argument };
  const given = new Set(words.map(word => optionAt(word, params)));
  const options = params.filter(param => param.kind !== 'argument' && (param.many || !given.has(param)));
  return { words: options.map(param => optionWord(param, typed, lang)) };
}

/** The option that a word names, in any of its forms. */
function optionAt(word: string, params: readonly Param<unknown>[]): Param<unknown> | undefined {
  if (!/^[-－—]/.test(word) || word.includes('=')) return undefined;
  const [name] = ordinaryWords([word, 'x'], params, '').words;
  return params.find(param => param.kind !== 'argument' && nameOf(param) === name);
}

/** The argument that comes next, if one does. */
function argumentAt(words: readonly string[], params: readonly Param<unknown>[]): Param<unknown> | undefined {
  const args = params.filter(({ kind }) => kind === 'argument');
  const given = words.filter((word, i) => {
    const before = optionAt(words[i - 1] ?? '', params);
    return !/^[-－—]/.test(word) && before?.kind !== 'option';
  }).length;
  return args[given] ?? args.find(({ many }) => many);
}

function optionWord(param: Param<unknown>, typed: string, lang: Lang): Completion {
  const chinese = chineseName(param.term);
  const isChinese = /\p{Script=Han}/u.test(typed) || (lang === 'zh' && !/[a-z]/i.test(typed));
  return {
    value: isChinese && chinese ? `--${chinese}` : nameOf(param),
    about: spoken(labelOf(param), lang),
  };
}

/** A command by the name in which it is being typed; where nothing is, in the user's language. */
function named(
  { name, zh }: { readonly name: string; readonly zh: string },
  about: { readonly zh: string; readonly en: string },
  typed: string,
  lang: Lang,
): Completion[] {
  const isChinese = typed === '' ? lang === 'zh' : /\p{Script=Han}/u.test(typed);
  return [{ value: isChinese ? zh : name, about: spoken(about, lang) }];
}
