import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { printable } from '../output/printable.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Session } from './world.ts';

/** Says on stderr what went wrong and what to do next; the only place where an error becomes an exit code. */
export function complain(error: unknown, session: Session): ExitCode {
  const { world, lang } = session;
  const debug = world.argv.includes('--debug');
  const write = (line: string) => world.stderr.write(`${printable(line)}\n`);
  if (debug && error instanceof Error) write(error.stack ?? error.message);
  if (!(error instanceof Failure)) {
    const message = error instanceof Error ? error.message : String(error);
    write(`${INTERNAL[lang]}${message}`);
    if (!debug) write(REPORT_IT[lang]);
    return EXIT.bug;
  }
  writeDetails(error.details, session);
  write(`${ERROR[lang]}${error.text[lang]}`);
  if (error.hint) write(`${HINT[lang]}${error.hint[lang]}`);
  return EXIT[error.kind];
}

const ERROR: Text = { zh: '错误：', en: 'error: ' };
const HINT: Text = { zh: '提示：', en: 'hint: ' };
const INTERNAL: Text = { zh: '程序内部错误：', en: 'internal error: ' };
const REPORT_IT: Text = {
  zh: '请加 --debug 再运行一次，并把输出交给维护人员',
  en: 'Run it again with --debug and send the output to the maintainers',
};

/** Writes one line for each bad row or the like; who has many of them names the first and counts the rest. */
export function writeDetails(details: readonly Text[], { world, lang }: Session): void {
  for (const detail of details) world.stderr.write(`${printable(detail[lang])}\n`);
}
