import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { printable } from '../output/printable.ts';
import type { Paint } from '../output/style.ts';
import { wrappedHanging } from '../output/wrap.ts';
import { paintFor } from './colour.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { placed, sayDetails, sayJson } from './say.ts';
import { spoken } from './words/in-chinese.ts';
import type { Session } from './world.ts';

/** Says on stderr what went wrong and what to do next; the only place where an error becomes an exit code. */
export async function complain(error: unknown, session: Session): Promise<ExitCode> {
  const isDebugged = session.world.argv.includes('--debug');
  if (session.asJson) complainInJson(error, session, isDebugged);
  else complainInLines(error, session, isDebugged, await paintFor(session.world, session.world.stderr));
  return error instanceof Failure ? EXIT[error.kind] : EXIT.bug;
}

function complainInLines(error: unknown, session: Session, isDebugged: boolean, paint: Paint): void {
  const { world, lang } = session;
  const write = (line: string, label = '', painted = label) => {
    const shown = wrappedHanging(printable(`${label}${line}`), world.stderr.columns);
    world.stderr.write(`${painted}${shown.slice(label.length)}\n`);
  };
  if (isDebugged && error instanceof Error) write(error.stack ?? error.message);
  if (!(error instanceof Failure)) {
    write(messageOf(error), INTERNAL[lang], paint.red(INTERNAL[lang]));
    if (!isDebugged) write(spoken(REPORT_IT, lang));
    return;
  }
  sayDetails(session, error.details);
  // Who gives up has made no mistake.
  if (error.kind === 'cancelled') write(spoken(error.text, lang));
  else write(spoken(error.text, lang), ERROR[lang], paint.red(ERROR[lang]));
  if (error.hint) write(spoken(error.hint, lang), HINT[lang], paint.green(HINT[lang]));
}

/** One object on one line, always with the same keys; `file`, `line` and `column` where the message is about a place in a file. */
function complainInJson(error: unknown, session: Session, isDebugged: boolean): void {
  const { lang } = session;
  const stack = isDebugged && error instanceof Error ? { stack: error.stack } : {};
  const { kind, text, hint, details } =
    error instanceof Failure ? error : ({ kind: 'bug', text: undefined, hint: REPORT_IT, details: [] } as const);
  sayJson(session, {
    error: {
      kind,
      exit: EXIT[kind],
      ...placed(text ? spoken(text, lang) : messageOf(error)),
      hint: hint ? spoken(hint, lang) : null,
      details: details.map(detail => placed(spoken(detail, lang))),
      ...stack,
    },
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const ERROR: Text = { zh: '错误：', en: 'error: ' };
const HINT: Text = { zh: '提示：', en: 'hint: ' };
const INTERNAL: Text = { zh: '程序内部错误：', en: 'internal error: ' };
const REPORT_IT: Text = {
  zh: '请加 --debug 再运行一次，并把输出交给维护人员',
  en: 'Run it again with --debug and send the output to the maintainers',
};
