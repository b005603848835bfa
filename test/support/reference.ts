import type { Command } from '../../src/cli/command.ts';
import { askers, everyone, revealers, writers } from '../../src/cli/common-params.ts';
import { described, type Param, type Params } from '../../src/cli/param.ts';
import { AREAS } from '../../src/program.ts';

/** The command reference as Markdown, made from the declarations themselves. */
export async function reference(): Promise<string> {
  const pages: string[] = [INTRO, ...common()];
  for (const area of AREAS) {
    const commands = await area.load();
    pages.push(`## ${area.name} · ${area.zh}\n\n${area.summary.zh} · ${area.summary.en}`);
    for (const command of commands)
      pages.push(page(command, area.solo ? area.name : `${area.name} ${command.name}`, area));
  }
  return `${pages.join('\n\n')}\n`;
}

/** The module with what every command is called in Chinese, which messages need without loading the commands. */
export async function commandNames(): Promise<string> {
  const lines: string[] = [];
  for (const area of AREAS) {
    const verbs = area.solo ? [] : await area.load();
    lines.push([`${area.name}=${area.zh}`, ...verbs.map(({ name, zh }) => `${name}=${zh}`)].join(', '));
  }
  return NAMES_MODULE.replace('LINES', lines.join('\n'));
}

const NAMES_MODULE = `/**
 * What every area and its commands are called in Chinese, an area on each line. Written from the commands by
 * \`UPDATE_DOCS=1 npx vitest run test/reference.test.ts\`; a test fails when it is stale.
 */
export const COMMAND_NAMES = \`
LINES
\`;
`;

const INTRO = `# 命令手册 · Command reference

Made from the program's own declarations: \`UPDATE_DOCS=1 npx vitest run test/reference.test.ts\` writes it anew, a test
fails when it is stale. 每个命令和动词都可以用中文名,例如 \`tiaochu 机构 列表\` 等于 \`tiaochu unit list\`。

Exit codes · 退出码: 0 done 完成 · 1 bug 程序错误 · 2 usage 用法错误 · 3 not found 找不到 · 4 refused by a rule 规则不允许 ·
5 rows rejected, \`check\` found something, \`--fail-under\` not reached 有退回、有问题或未达标 ·
6 ledger (or the region’s database) missing, busy, damaged or of another version 台账（或汇总库）缺失、被占用、损坏或版本不符 · 130 cancelled 已取消`;

function common(): string[] {
  return [
    '## Options of every command · 通用选项',
    table(everyone),
    'Commands that write also take · 写入的命令还有:',
    table(writers),
    'Commands that ask also take · 会询问的命令还有:',
    table(askers),
    'Commands that show personal data also take · 显示个人信息的命令还有:',
    table(revealers),
  ];
}

function page(command: Command, path: string, area: { zh: string; solo?: boolean }): string {
  const own = table(command.params);
  const alias = area.solo ? area.zh : `${area.zh} ${command.zh}`;
  const kinds = [
    command.access === 'write' ? 'writes · 写入' : '',
    command.personal ? 'masked, `--reveal` · 默认隐去姓名电话' : '',
    command.confirm ? 'asks first, `--yes` · 执行前确认' : '',
  ].filter(kind => kind !== '');
  return [
    `### tiaochu ${path}`,
    `\`tiaochu ${alias}\` — ${command.summary.zh} · ${command.summary.en}${kinds.length > 0 ? ` (${kinds.join('; ')})` : ''}`,
    ...(own ? [own] : []),
    `\`\`\`sh\ntiaochu ${command.example}\n\`\`\``,
  ].join('\n\n');
}

function table(params: Params): string {
  const rows = Object.values(params).map(row);
  return rows.length > 0 ? `| | 中文 | English |\n| --- | --- | --- |\n${rows.join('\n')}` : '';
}

function row(param: Param<unknown>): string {
  const must = param.always && param.kind === 'option' ? ' (required · 必填)' : '';
  return `| \`${param.term.replaceAll('|', '\\|')}\`${must} | ${described(param).zh} | ${described(param).en} |`;
}
