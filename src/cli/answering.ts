import { Unanswered } from '../intake/unanswered.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { atTerminal } from './at-terminal.ts';
import type { Job } from './context.ts';
import type { ExitCode } from './exit.ts';
import { askFile, type FileAnswers } from './file-questions.ts';
import type { Params } from './param.ts';
import { say } from './say.ts';
import { nameIn, shellLine, valueIn, withoutQuestions, wordsOf } from './shell-line.ts';
import type { Sink } from './world.ts';

/**
 * Carries a command out; what its files leave open is asked on a terminal, and it is carried out again from the start with the
 * answers: until then nothing is written. At the end it says how a script says the same.
 */
export async function answering(
  job: Job,
  carryOut: (job: Job) => Promise<ExitCode>,
  isAsked: boolean,
): Promise<Answered> {
  const { call, input, session } = job;
  if (!call.command.asks || input.yes || !atTerminal(session.world))
    return { code: await carryOut(job), isSaid: false };
  const { world } = session;
  const stderr = withoutRepeats(world.stderr);
  let now: Job = { ...job, asks: true, session: { ...session, world: { ...world, stderr } } };
  for (;;) {
    try {
      const code = await carryOut(now);
      const isSaid = now.input !== input;
      const words = isAsked ? wordsOf(call, call.given) : world.argv;
      if (isSaid && !input.quiet)
        say(now.session, 'remark', again(words, input, now.input, call.params), { isForCopying: true });
      return { code, isSaid };
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      now = { ...now, input: withAnswers(now.input, await askFile(error.open, session)) };
    }
  }
}

/** How a command ended, and whether it was said how a script says the same. */
interface Answered {
  readonly code: ExitCode;
  readonly isSaid: boolean;
}

/** A command that is carried out again says only what it has not said before. */
function withoutRepeats(sink: Sink): Sink {
  const said = new Set<string>();
  return {
    write: text => {
      if (typeof text === 'string' && !text.startsWith('\r')) {
        if (said.has(text)) return;
        said.add(text);
      }
      sink.write(text);
    },
    isTTY: sink.isTTY,
    columns: sink.columns,
  };
}

type Given = Job['input'];

function withAnswers(input: Given, { map = [], set = [], ...others }: FileAnswers): Given {
  const [mapped, known] = [(input.map ?? []) as readonly unknown[], (input.set ?? []) as readonly unknown[]];
  return { ...input, ...others, map: [...mapped, ...map], set: [...known, ...set] };
}

/** The command line that asks nothing. */
function again(argv: readonly string[], before: Given, after: Given, params: Params): Text {
  const given = before as FileAnswers;
  const { map = [], set = [], remember, number, ...others } = after as FileAnswers;
  const single = (['sheet', 'year', 'day', 'form'] as const).filter(name => others[name] !== given[name]);
  const lineIn = (lang: Lang) => {
    const optionOf = (name: string) => (params[name] ? nameIn(params[name], lang) : `--${name}`);
    const wordOf = (name: string) => valueIn(params[name], String(others[name as 'form']), lang);
    const words = [
      ...map.slice(given.map?.length ?? 0).flatMap(({ name, column }) => ['--map', `${name}=${column}`]),
      ...set.slice(given.set?.length ?? 0).flatMap(({ column, text }) => ['--set', `${column}=${text}`]),
      ...single.flatMap(name => [optionOf(name), wordOf(name)]),
      ...(number && !given.number ? ['--number'] : []),
      ...(remember && !given.remember ? ['--remember'] : []),
    ];
    return withoutQuestions(shellLine([...argv, ...words]))[lang];
  };
  return { zh: lineIn('zh'), en: lineIn('en') };
}
