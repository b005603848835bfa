import { Argument, Command as Cli, CommanderError, Option } from 'commander';
import type { Lang, Text } from '../kernel/text.ts';
import { widthOf } from '../output/width.ts';
import type { Area, Command } from './command.ts';
import { everyone, revealers, writers } from './common-params.ts';
import { described, type Param, type Params } from './param.ts';
import { usageFailure } from './usage-errors.ts';

/** A command line that was understood: which command, and the words given for its parameters, not yet parsed. */
export interface Call {
  readonly command: Command;
  /** `unit list`, as the journal and the help name it. */
  readonly path: string;
  readonly params: Params;
  readonly given: Readonly<Record<string, unknown>>;
}

/** What a command line came to: a call, or a text to show (help). */
type Reading = { readonly call: Call } | { readonly help: string; readonly asked: boolean };

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Arguments:': '参数:',
  'Options:': '选项:',
  'Commands:': '命令:',
};

/** `tiaochu help unit` is `tiaochu unit --help`. */
const HELP_WORDS = new Set(['help', '帮助']);

/** Reads a command line against the areas, loading only the one that is called. Throws usage Failures (exit 2). */
export async function readArgv(
  argv: readonly string[],
  areas: readonly Area[],
  lang: Lang,
  columns: number,
): Promise<Reading> {
  const ordered = commandFirst(argv);
  const [first = '', ...rest] = ordered;
  const words = HELP_WORDS.has(first) ? [...rest, '--help'] : ordered;
  let call: Call | undefined;
  let printed = '';
  let reached = '';
  const root = styled(new Cli('tiaochu'), lang, columns, text => {
    printed += text;
  });
  root.description(PURPOSE[lang]).usage(lang === 'zh' ? '<命令> [选项]' : '<command> [options]');
  root
    .option('-V, --version', lang === 'zh' ? '显示版本' : 'show the version')
    .addHelpText('after', () => CLOSING[lang]);
  for (const area of areas) root.command(area.name).alias(area.zh).description(area.summary[lang]);
  root.hook('preSubcommand', async (_, chosen) => {
    const area = areas.find(a => a.name === chosen.name());
    if (!area) return;
    reached = area.name;
    chosen.hook('preSubcommand', (__, leaf) => {
      reached = `${area.name} ${leaf.name()}`;
    });
    for (const command of await area.load(words[1])) {
      const leaf = area.solo ? chosen : leafOf(chosen, command, lang);
      const path = area.solo ? area.name : `${area.name} ${command.name}`;
      furnish(leaf, command, path, lang, (params, given) => {
        call = { command, path, params, given };
      });
    }
    if (!area.solo) chosen.helpCommand(false).usage(lang === 'zh' ? '<命令> [选项]' : '<command> [options]');
  });
  try {
    await root.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') {
      // commander shows the nearest help it has; an unknown command must still be a usage error.
      if (HELP_WORDS.has(first)) await readArgv(namesIn(rest), areas, lang, columns);
      return { help: printed, asked: true } satisfies Reading;
    }
    if (error.code === 'commander.help') return { help: printed, asked: argv.length === 0 } satisfies Reading;
    throw usageFailure(error, reached);
  }
  return call ? ({ call } satisfies Reading) : ({ help: root.helpInformation(), asked: true } satisfies Reading);
}

function namesIn(words: readonly string[]): readonly string[] {
  const end = words.findIndex(word => word.startsWith('-'));
  return end < 0 ? words : words.slice(0, end);
}

/** Options that every command takes may stand before it (`tiaochu --ledger X unit list`); alone they ask for help. */
function commandFirst(argv: readonly string[]): string[] {
  const kinds = new Map(Object.values(everyone).map(({ term, kind }) => [term.split(' ')[0], kind]));
  let at = 0;
  for (let word = argv[at]; word !== undefined; word = argv[at]) {
    const kind = kinds.get(word.split('=')[0]);
    if (kind === undefined) break;
    at += kind === 'flag' || word.includes('=') ? 1 : 2;
  }
  const command = argv.slice(at);
  return at > 0 && command.length === 0 ? ['--help'] : [...command, ...argv.slice(0, at)];
}

/** The place of a verb under its noun; one of two words (`party add`) stands in a group of its own. */
function leafOf(noun: Cli, { name, zh }: Command, lang: Lang): Cli {
  const [first = '', second] = name.split(' ');
  const [firstZh = '', secondZh = ''] = zh.split(' ');
  if (second === undefined) return noun.command(first).alias(firstZh);
  const known = noun.commands.find(group => group.name() === first);
  const group =
    known ??
    noun
      .command(first)
      .alias(firstZh)
      .description(lang === 'zh' ? `${firstZh}的各项命令` : `${first} commands`);
  if (!known) group.helpCommand(false).usage(lang === 'zh' ? '<命令> [选项]' : '<command> [options]');
  return group.command(second).alias(secondZh);
}

/** All parameters of a command: its own first, then those that its kind of command shares; its own word stands. */
export function allParams(command: Command): Params {
  return {
    ...command.params,
    ...(command.access === 'write' || command.access === 'file' ? writers : {}),
    ...(command.personal ? revealers : {}),
    ...everyone,
    ...command.params,
  };
}

function furnish(
  leaf: Cli,
  command: Command,
  path: string,
  lang: Lang,
  chosen: (params: Params, given: Record<string, unknown>) => void,
): void {
  const params = allParams(command);
  const args = Object.entries(params).filter(([, param]) => param.kind === 'argument');
  leaf.description(command.summary[lang]);
  leaf.usage([...args.map(([, param]) => param.term), lang === 'zh' ? '[选项]' : '[options]'].join(' '));
  for (const [, param] of args) leaf.addArgument(optionalArgument(param, lang));
  const options = Object.entries(params).filter(([, param]) => param.kind !== 'argument');
  for (const [, param] of options) leaf.addOption(new Option(param.term, labelled(param)[lang]));
  leaf.addHelpText('after', `\n${lang === 'zh' ? '例' : 'Example'}: tiaochu ${command.example}`);
  leaf.action(() => {
    const opts = leaf.opts();
    const given: Record<string, unknown> = {};
    for (const [name, param] of options) given[name] = opts[new Option(param.term).attributeName()];
    for (const [index, [name]] of args.entries()) given[name] = leaf.processedArgs[index];
    chosen(params, given);
  });
  leaf.name(path.split(' ').at(-1) ?? path);
}

/** Missing arguments are the runner's business: it can ask for them. */
function optionalArgument(param: Param<unknown>, lang: Lang): Argument {
  return new Argument(param.term.replace('<', '[').replace('>', ']'), param.summary[lang]);
}

function labelled(param: Param<unknown>): Text {
  const { zh, en } = described(param);
  return param.always && param.kind === 'option' ? { zh: `${zh}（必填）`, en: `${en} (required)` } : { zh, en };
}

function styled(cli: Cli, lang: Lang, columns: number, write: (text: string) => void): Cli {
  const zh = lang === 'zh';
  return cli
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', zh ? '显示用法' : 'show this help')
    .configureOutput({
      writeOut: write,
      writeErr: write,
      outputError: () => {},
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp({
      displayWidth: widthOf,
      styleTitle: title => (zh ? (TITLES[title] ?? title) : title),
      subcommandTerm: sub => [sub.name(), ...sub.aliases()].join(' '),
    });
}

const PURPOSE: Text = {
  zh: '调处：旗（县）、乡（镇）、村（社区）三级矛盾纠纷调处和入户走访台账',
  en: 'tiaochu (调处): the ledger of a county’s three-tier mediation and household visits',
};

const CLOSING: Text = {
  zh: '\n第一次使用：tiaochu init 建账；tiaochu <命令> --help 查看各命令；命令和动词都可写中文，如 tiaochu 机构 列表',
  en: '\nFirst time: tiaochu init. Each command explains itself with --help; Chinese names work too: tiaochu 机构 列表',
};
