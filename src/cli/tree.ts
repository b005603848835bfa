import { Argument, type Command as Cli, CommanderError, Option } from 'commander';
import type { Duty } from '../kernel/duty.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { allParams, writes } from './all-params.ts';
import type { Area, Command } from './command.ts';
import { COMMON_OPTIONS, rootOf, usage } from './help.ts';
import { helpOnWord } from './help-words.ts';
import { described, type Param, type Params } from './param.ts';
import { refuseTwice, strayWord, usageFailure } from './usage-errors.ts';
import { commandWords } from './words/command-words.ts';
import { exampleOf } from './words/example.ts';
import { spoken } from './words/in-chinese.ts';
import { shownTerm } from './words/shown-terms.ts';
import type { Session } from './world.ts';

/** A command line that was understood: which command, and the words given for its parameters, not yet parsed. */
export interface Call {
  readonly command: Command;
  /** What kind of work it is, by the command or its area. */
  readonly duty?: Duty | undefined;
  /** `unit list`, as the journal and the help name it. */
  readonly path: string;
  readonly params: Params;
  readonly given: Readonly<Record<string, unknown>>;
  /** What of the line was written in another way than it was read. */
  readonly remarks: readonly Text[];
}

/** What a command line means: a call, or a text to show (help). */
type Reading = { readonly call: Call } | { readonly help: string; readonly asked: boolean };

const HELP_WIDTH = 100;

/** Reads a command line against the areas, loading only the one that is called. Throws usage Failures (exit 2). */
export async function readArgv(session: Session, areas: readonly Area[]): Promise<Reading> {
  const { world, lang } = session;
  const columns = world.stdout.columns ?? HELP_WIDTH;
  const page = helpOnWord(world.argv, areas, lang, columns);
  return page === undefined ? readCommand(session, areas, columns) : { help: page, asked: true };
}

/** Reads a command line that calls a command, or asks for its help. */
async function readCommand({ world, lang }: Session, areas: readonly Area[], columns: number): Promise<Reading> {
  const { words, remarks } = await commandWords(world.argv, areas);
  let call: Call | undefined;
  let printed = '';
  const root = rootOf(lang, columns, text => {
    printed += text;
  });
  for (const area of areas) addArea(root, area, lang);
  let reached = root;
  root.hook('preSubcommand', async (_, noun) => {
    reached = noun;
    const area = areas.find(({ name }) => name === noun.name());
    if (!area) return;
    const seen = (next: Cli) => {
      reached = next;
    };
    const called = (leaf: Cli, made: Omit<Call, 'remarks'>) => {
      refuseTwice(leaf, words);
      call = { ...made, remarks };
    };
    addCommands(noun, area, await area.load(words[1]), lang, { seen, called });
  });
  try {
    await root.parseAsync(words, { from: 'user' });
  } catch (error) {
    const asked = isHelp(error, reached, words);
    return { help: printed, asked: asked || world.argv.length === 0 };
  }
  return call ? { call } : { help: root.helpInformation(), asked: true };
}

/** Hears how far a command line was read, and which command it calls. */
interface Reader {
  seen(next: Cli): void;
  called(leaf: Cli, call: Omit<Call, 'remarks'>): void;
}

/** Adds the commands of an area below its noun; their options are made where one is called, since an area has up to sixty. */
function addCommands(noun: Cli, area: Area, commands: readonly Command[], lang: Lang, { seen, called }: Reader): void {
  const chosen = new Map<Cli, () => void>();
  const follow = (cli: Cli) =>
    cli.hook('preSubcommand', (_, next) => {
      seen(next);
      chosen.get(next)?.();
    });
  for (const command of commands) {
    const leaf = area.solo ? noun : leafOf(noun, command, lang, follow);
    const path = [noun.name(), ...(area.solo ? [] : [command.name])].join(' ');
    const duty = command.duty ?? area.duty;
    addUsage(leaf, command, lang);
    chosen.set(leaf, () =>
      addOptions(leaf, command, lang, (params, given) => called(leaf, { command, duty, path, params, given })),
    );
  }
  if (area.solo) chosen.get(noun)?.();
  else follow(noun).helpCommand(false).usage(usage(lang));
}

function addArea(root: Cli, { name, zh, summary, group }: Area, lang: Lang): void {
  const heading = lang === 'zh' ? `${group.zh}：` : `${group.en}:`;
  root.command(name).alias(zh).description(summary[lang]).helpGroup(heading);
}

/** Whether commander ended because help was asked for, or else because no command was named; anything else is thrown. */
function isHelp(error: unknown, reached: Cli, words: readonly string[]): boolean {
  if (!(error instanceof CommanderError)) throw error;
  const asked = error.code === 'commander.helpDisplayed';
  if (!asked && error.code !== 'commander.help') throw usageFailure(error, reached, words);
  const stray = strayWord(reached, words);
  if (stray) throw stray;
  return asked;
}

/** The place of a verb under its noun; one of two words (`party add`) is in a group of its own. */
function leafOf(
  noun: Cli,
  { name, zh, formerly = [], isDefault = false }: Command,
  lang: Lang,
  follow: (cli: Cli) => void,
): Cli {
  const [first = '', second] = name.split(' ');
  const [firstZh = '', secondZh = ''] = zh.split(' ');
  if (second === undefined) return noun.command(first, { isDefault }).aliases([firstZh, ...formerly]);
  const known = noun.commands.find(group => group.name() === first);
  const group = known ?? noun.command(first).alias(firstZh).helpCommand(false).usage(usage(lang));
  if (!known) follow(group);
  return group.command(second).alias(secondZh);
}

/** Gives a command its description and its arguments. */
function addUsage(leaf: Cli, { summary, params }: Command, lang: Lang): void {
  const args = Object.values(params).filter(({ kind }) => kind === 'argument');
  leaf.description(spoken(summary, lang));
  leaf.usage([...args.map(({ term }) => shownTerm(term, lang)), lang === 'zh' ? '[选项]' : '[options]'].join(' '));
  // Missing arguments are the runner's business: it can ask for them.
  for (const { term, summary } of args)
    leaf.addArgument(new Argument(term.replace('<', '[').replace('>', ']'), spoken(summary, lang)));
}

/** Gives a command its options, and what is done with them. */
function addOptions(
  leaf: Cli,
  command: Command,
  lang: Lang,
  chosen: (params: Params, given: Record<string, unknown>) => void,
): void {
  const params = allParams(command);
  const args = Object.entries(params).filter(([, param]) => param.kind === 'argument');
  const options = Object.entries(params)
    .filter(([, param]) => param.kind !== 'argument')
    .map(([name, param]) => ({ name, option: new Option(param.term, spoken(labelled(param), lang)) }));
  for (const { name, option } of options)
    leaf.addOption(command.params[name] ? option : option.helpGroup(COMMON_OPTIONS));
  // A script may answer a command that never asks; help does not offer it.
  if (writes(command) && !('yes' in params)) leaf.addOption(new Option('--yes').hideHelp());
  const example = lang === 'zh' ? '例：' : 'Example:';
  leaf.addHelpText('before', () => `${example}\n  tiaochu ${exampleOf(command, params, lang)}\n`);
  leaf.action(() => {
    const opts = leaf.opts();
    const given: Record<string, unknown> = {};
    for (const { name, option } of options) given[name] = opts[option.attributeName()];
    for (const [index, [name]] of args.entries()) given[name] = leaf.processedArgs[index];
    chosen(params, given);
  });
}

function labelled(param: Param<unknown>): Text {
  const { zh, en } = described(param);
  return param.always && param.kind === 'option' ? { zh: `${zh}（必填）`, en: `${en} (required)` } : { zh, en };
}
