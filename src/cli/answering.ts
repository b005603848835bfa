import { Unanswered } from '../intake/unanswered.ts';
import type { Text } from '../kernel/text.ts';
import { atTerminal } from './answers.ts';
import type { Job } from './context.ts';
import type { ExitCode } from './exit.ts';
import { askFile, type FileAnswers } from './file-questions.ts';
import { say } from './say.ts';
import type { Sink } from './world.ts';

/**
 * Carries a command out; what its files leave open is asked on a terminal, and it is carried out again from the start with the
 * answers: until then nothing is written. At the end it says how a script says the same.
 */
export async function answering(job: Job, carryOut: (job: Job) => Promise<ExitCode>): Promise<ExitCode> {
  const { call, input, session } = job;
  if (!call.command.asks || input.yes || !atTerminal(session.world)) return carryOut(job);
  const { world } = session;
  const stderr = withoutRepeats(world.stderr);
  let now: Job = { ...job, asks: true, session: { ...session, world: { ...world, stderr } } };
  for (;;) {
    try {
      const code = await carryOut(now);
      if (now.input !== input && !input.quiet) say(now.session, 'remark', again(world.argv, input, now.input));
      return code;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      now = { ...now, input: withAnswers(now.input, await askFile(error.open, session)) };
    }
  }
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
function again(argv: readonly string[], before: Given, after: Given): Text {
  const given = before as FileAnswers;
  const { map = [], set = [], remember, number, ...others } = after as FileAnswers;
  const single = (['sheet', 'year', 'day'] as const).filter(name => others[name] !== given[name]);
  const words = [
    ...map.slice(given.map?.length ?? 0).flatMap(({ name, column }) => ['--map', `${name}=${column}`]),
    ...set.slice(given.set?.length ?? 0).flatMap(({ column, text }) => ['--set', `${column}=${text}`]),
    ...single.flatMap(name => [`--${name}`, String(others[name])]),
    ...(number && !given.number ? ['--number'] : []),
    ...(remember && !given.remember ? ['--remember'] : []),
  ];
  const line = ['tiaochu', ...argv, ...words].map(quoted).join(' ');
  return { zh: `不再询问的写法：${line}`, en: `The same without questions: ${line}` };
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
