import { Failure } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { World } from './world.ts';

/** A terminal gets the first of many details; a file or a pipe gets every one. */
const MOST_ON_TERMINAL = 40;

/** Says on stderr what went wrong and what to do next; the only place where an error becomes an exit code. */
export function complain(error: unknown, world: World, lang: Lang): ExitCode {
  const debug = world.argv.includes('--debug');
  const write = (line: string) => world.stderr.write(`${line}\n`);
  if (debug && error instanceof Error) write(error.stack ?? error.message);
  if (!(error instanceof Failure)) {
    const message = error instanceof Error ? error.message : String(error);
    write(lang === 'zh' ? `程序内部错误：${message}` : `internal error: ${message}`);
    if (!debug)
      write(
        lang === 'zh'
          ? '请加 --debug 再运行一次，并把输出交给维护人员'
          : 'Run it again with --debug and send the output to the maintainers',
      );
    return EXIT.bug;
  }
  writeDetails(error.details, world, lang);
  write(`${lang === 'zh' ? '错误：' : 'error: '}${error.text[lang]}`);
  if (error.hint) write(`${lang === 'zh' ? '办法：' : 'hint: '}${error.hint[lang]}`);
  return EXIT[error.kind];
}

/** Writes one line for each bad row or the like. */
export function writeDetails(details: readonly Text[], world: World, lang: Lang): void {
  const most = world.stderr.isTTY ? MOST_ON_TERMINAL : details.length;
  for (const detail of details.slice(0, most)) world.stderr.write(`${detail[lang]}\n`);
  const hidden = details.length - most;
  if (hidden <= 0) return;
  const more = {
    zh: `……还有 ${hidden} 处：加上 2> 问题.txt 可把全部写入文件`,
    en: `… and ${hidden} more: add 2> problems.txt to have them all in a file`,
  };
  world.stderr.write(`${more[lang]}\n`);
}
