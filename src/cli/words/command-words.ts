import { allParams } from '../all-params.ts';
import type { Area, Command } from '../command.ts';
import { everyone } from '../common-params.ts';
import { HELP_WORDS } from '../help-words.ts';
import { leadingOptions, type OrdinaryWords, ordinaryWords, WIDE_SPACE } from './typed-words.ts';

/** The words of a command line in the form in which its command declares its options, the command first. */
export function commandWords(argv: readonly string[], areas: readonly Area[]): Promise<OrdinaryWords> {
  return understood(commandFirst(argv), areas);
}

/** A command line: its words from the command on, and the options that stood before it. */
interface CommandLine {
  readonly words: readonly string[];
  readonly leading: readonly string[];
}

/** The words of a command line in the form in which its command declares its options. */
async function understood({ words, leading }: CommandLine, areas: readonly Area[]): Promise<OrdinaryWords> {
  const [noun = '', ...rest] = words;
  // Command words never have spaces in them.
  const split = [...noun.split(WIDE_SPACE), ...rest];
  const area = areas.find(({ name, zh }) => name === split[0] || zh === split[0]);
  if (!area) return { words: [...words, ...leading], remarks: [] };
  if (!area.solo) split.splice(1, 1, ...(split[1]?.split(WIDE_SPACE) ?? []));
  const commands = await area.load(split[1]);
  const called = area.solo ? commands[0] : commands.find(declared => isCalled(declared, split.slice(1)));
  const command = called ?? leftOut(commands, split);
  if (!command) return { words: withoutCommon(split), remarks: [] };
  if (!called) split.splice(1, 0, command.name);
  const path = area.solo ? area.name : `${area.name} ${command.name}`;
  // An option at the end that lacks its value must not find one here.
  split.splice(path.split(' ').length, 0, ...leading);
  return ordinaryWords(split, Object.values(allParams(command)), path);
}

/** Words that name no command yet, without the options that every command takes: a group of commands declares none. */
function withoutCommon(words: readonly string[]): readonly string[] {
  const counts = words.map((_, at) => leadingOptions(words.slice(at), Object.values(everyone)));
  const first = counts.findIndex(count => count > 0);
  return first === -1 ? words : [...words.slice(0, first), ...words.slice(first + (counts[first] ?? 0))];
}

/** The command whose name may be left out, where the words after the noun are its own. */
function leftOut(commands: readonly Command[], [, word]: readonly string[]): Command | undefined {
  if (word === undefined || ASKS_FOR_HELP.has(word)) return undefined;
  const isOther = commands.some(({ name, zh }) => [name, zh].some(words => words.split(' ')[0] === word));
  return isOther ? undefined : commands.find(({ isDefault }) => isDefault);
}

const ASKS_FOR_HELP = new Set(['--help', '-h', '--帮助']);

/** Whether the words after the noun call a command, by its name or in Chinese. */
export function isCalled({ name, zh, formerly = [] }: Command, words: readonly string[]): boolean {
  const [names, chinese] = [name.split(' '), zh.split(' ')];
  if (names.length === 1 && formerly.includes(words[0] ?? '')) return true;
  return names.every((word, i) => words[i] === word || words[i] === chinese[i]);
}

/** Options that every command takes may come before it (`tiaochu --ledger X unit list`); alone they ask for help. */
function commandFirst(argv: readonly string[]): CommandLine {
  const at = leadingOptions(argv, Object.values(everyone));
  const leading = argv.slice(0, at);
  const words = argv.slice(at);
  if (at > 0 && words.length === 0) return { words: ['--help'], leading: [] };
  return HELP_WORDS.has(words[0] ?? '') ? { words: [...words.slice(1), '--help'], leading } : { words, leading };
}
