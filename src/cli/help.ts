import { Command as Cli, Option } from 'commander';
import type { Lang, Text } from '../kernel/text.ts';
import { widthOf } from '../output/width.ts';
import { topicsLine } from './help-words.ts';
import { shownArgument, shownOption } from './words/shown-terms.ts';

/** The heading of what every command of a kind takes, below its own options. */
export const COMMON_OPTIONS = 'Common options:';

const TITLES: ReadonlyMap<string, string> = new Map([
  ['Usage:', '用法：'],
  ['Arguments:', '参数：'],
  ['Options:', '选项：'],
  [COMMON_OPTIONS, '通用选项：'],
  ['Commands:', '命令：'],
]);

/** How a command with commands of its own is called. */
export function usage(lang: Lang): string {
  return lang === 'zh' ? '<命令> [选项]' : '<command> [options]';
}

/** The words by which a command is called, those of the groups that it is in before its own. */
function pathOf(cli: Cli, lang: Lang): string {
  const own = lang === 'zh' ? (cli.alias() ?? cli.name()) : cli.name();
  return cli.parent ? `${pathOf(cli.parent, lang)} ${own}` : own;
}

/** The command `tiaochu`, whose help is in the user's language and as wide as the terminal. */
export function rootOf(lang: Lang, columns: number, write: (text: string) => void): Cli {
  const zh = lang === 'zh';
  // commander puts a space behind every heading; a full-width colon has its own.
  const out = (text: string) => write(text.replace('用法： ', '用法：'));
  return new Cli('tiaochu')
    .exitOverride()
    .helpCommand(false)
    .addHelpOption(new Option('-h, --help', zh ? '显示用法' : 'show this help').helpGroup(COMMON_OPTIONS))
    .configureOutput({
      writeOut: out,
      writeErr: out,
      outputError: () => {},
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      // Asking commander’s way would open the streams.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      displayWidth: widthOf,
      optionTerm: option => shownOption(option.flags, lang),
      argumentTerm: argument => shownArgument(argument.name(), lang),
      styleTitle: title => (zh ? (TITLES.get(title) ?? title) : title),
      commandUsage: sub => `${pathOf(sub, lang)} ${sub.usage()}`,
      subcommandTerm: sub => (zh ? [sub.alias(), sub.name()] : [sub.name(), sub.alias()]).join(' '),
      // A group such as `party` has no summary of its own: its verbs say what it is for.
      subcommandDescription: sub =>
        sub.description() || sub.commands.map(verb => (zh ? verb.aliases()[0] : verb.name())).join(zh ? '、' : ', '),
    })
    .description(PURPOSE[lang])
    .usage(usage(lang))
    .addOption(new Option('-V, --version', zh ? '显示版本' : 'show the version').helpGroup(COMMON_OPTIONS))
    .addHelpText('after', () => `${CLOSING[lang]}\n${topicsLine(lang)}`);
}

const PURPOSE: Text = {
  zh: '调处：旗（县）、乡（镇）、村（社区）三级矛盾纠纷调处和入户走访台账',
  en: 'tiaochu: the ledger of a county’s three-tier mediation and household visits',
};

const CLOSING: Text = {
  zh: '\n首次使用：tiaochu 建账；tiaochu <命令> --help 查看各命令；命令和选项用中文、英文都可以：tiaochu 机构 列表，tiaochu unit list',
  en: '\nFirst time: tiaochu init. Each command explains itself with --help; Chinese names work too: tiaochu 机构 列表',
};
