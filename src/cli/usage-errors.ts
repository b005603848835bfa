import type { Command as Cli, CommanderError } from 'commander';
import { Failure, misuse } from '../kernel/failure.ts';
import { similar } from '../kernel/similar.ts';
import type { Text } from '../kernel/text.ts';
import { everydayHelp } from './words/everyday-words.ts';

/** A usage error of commander as a Failure (exit 2): commander gives its code, the words and our declarations say the rest. */
export function usageFailure(error: CommanderError, cli: Cli, words: readonly string[]): Failure {
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(cli, words[depthOf(cli)] ?? '');
    case 'commander.unknownOption':
      return unknownOption(cli, words);
    case 'commander.excessArguments':
      return dashedWord(cli, words) ?? failure({ zh: '参数过多', en: 'too many arguments' }, cli);
    default:
      return failure({ zh: error.message, en: error.message }, cli);
  }
}

/** The word where a command was expected, if the commands of that place do not include it. */
export function strayWord(cli: Cli, words: readonly string[]): Failure | undefined {
  const word = words[depthOf(cli)];
  return cli.commands.length > 0 && word !== undefined && !word.startsWith('-') ? unknownCommand(cli, word) : undefined;
}

/** Refuses an option with a value that is given twice, unless it is a list: one of the two would be lost unseen. */
export function refuseTwice(cli: Cli, words: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of optionsIn(words, cli)) {
    const option = cli.options.find(({ long }) => long === name);
    if (seen.has(name) && option?.required && !option.variadic)
      misuse(
        { zh: `选项 ${name} 写了两次`, en: `option ${name} is given twice` },
        { zh: '只保留一个', en: 'Keep one of them' },
      );
    seen.add(name);
  }
}

/** Word processors make one long dash of the two hyphens of an option. */
function dashedWord(cli: Cli, words: readonly string[]): Failure | undefined {
  const word = words.find(other => DASHED.test(other));
  if (word === undefined) return undefined;
  const text = { zh: `「${word}」前面不是两个连字符`, en: `"${word}" does not begin with two hyphens` };
  return failure(text, cli, [word.replace(DASHED, '--')]);
}

const DASHED = /^[\u2010-\u2015\u2212\uff0d]+-?(?=[a-z])/i;

function unknownCommand(cli: Cli, word: string): Failure {
  const names = cli.commands.flatMap(sub => [sub.name(), ...sub.aliases()]);
  const text = { zh: `没有命令「${word}」`, en: `unknown command ${word}` };
  const everyday = cli.parent ? undefined : everydayHelp(word);
  return everyday ? new Failure('usage', text, everyday) : failure(text, cli, similar(word, names));
}

function unknownOption(cli: Cli, words: readonly string[]): Failure {
  const known = new Set(['--help', '-h', ...cli.options.map(({ long }) => long)]);
  const name = optionsIn(words, cli).find(option => !known.has(option)) ?? '';
  const typed = name.replace(/^--/, '');
  const names = [...known].map(long => (long ?? '').replace(/^--?/, ''));
  const longer = names.filter(other => other.startsWith(`${typed}-`));
  const meant = longer.length > 0 ? longer : similar(typed, names);
  return failure(
    { zh: `没有选项「${name}」`, en: `unknown option ${name}` },
    cli,
    meant.map(word => `--${word}`),
  );
}

/** The options among the words of a command line, in order, without their values. */
function optionsIn(words: readonly string[], cli: Cli): string[] {
  const found: string[] = [];
  for (let at = depthOf(cli); at < words.length && words[at] !== '--'; at++) {
    const word = words[at] ?? '';
    if (!/^-[^\d]/.test(word)) continue;
    const [name = ''] = word.split('=');
    found.push(name);
    if (!word.includes('=') && cli.options.find(({ long }) => long === name)?.required) at++;
  }
  return found;
}

function failure(text: Text, cli: Cli, meant: readonly string[] = []): Failure {
  const help = `${pathOf(cli)} --help`;
  return new Failure('usage', text, {
    zh: meant.length > 0 ? `是否要用 ${meant.join('、')}？用 ${help} 查看全部用法` : `用 ${help} 查看用法`,
    en: meant.length > 0 ? `Did you mean ${meant.join(', ')}? See ${help}` : `See ${help}`,
  });
}

function depthOf(cli: Cli): number {
  return cli.parent ? depthOf(cli.parent) + 1 : 0;
}

function pathOf(cli: Cli): string {
  return cli.parent ? `${pathOf(cli.parent)} ${cli.name()}` : cli.name();
}
