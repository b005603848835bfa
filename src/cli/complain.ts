import { Failure } from '../kernel/failure.ts';
import type { Lang } from '../kernel/text.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { World } from './world.ts';

const MOST_DETAILS = 200;

/** Says on stderr what went wrong and what to do next; the only place where an error becomes an exit code. */
export function complain(error: unknown, world: World, lang: Lang): ExitCode {
  const debug = world.argv.includes('--debug');
  const write = (line: string) => world.stderr.write(`${line}\n`);
  if (debug && error instanceof Error) write(error.stack ?? error.message);
  if (!(error instanceof Failure)) {
    const message = error instanceof Error ? error.message : String(error);
    write(lang === 'zh' ? `程序内部错误:${message}` : `internal error: ${message}`);
    if (!debug)
      write(
        lang === 'zh'
          ? '请加 --debug 再运行一次,并把输出交给维护人员'
          : 'Run it again with --debug and send the output to the maintainers',
      );
    return EXIT.bug;
  }
  for (const detail of error.details.slice(0, MOST_DETAILS)) write(detail[lang]);
  const hidden = error.details.length - MOST_DETAILS;
  if (hidden > 0) write(lang === 'zh' ? `……还有 ${hidden} 处` : `… and ${hidden} more`);
  write(`${lang === 'zh' ? '错误:' : 'error: '}${error.text[lang]}`);
  if (error.hint) write(`${lang === 'zh' ? '办法:' : 'hint: '}${error.hint[lang]}`);
  return EXIT[error.kind];
}
