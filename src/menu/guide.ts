import type { Heard, Program } from '../cli/command.ts';
import { complain } from '../cli/complain.ts';
import { run } from '../cli/run.ts';
import type { Choice, Prompter, Session } from '../cli/world.ts';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** What leads a user through the menu: questions, and command lines that are run for what was chosen. */
export interface Guide {
  readonly session: Session;
  readonly program: Program;
  readonly prompter: Prompter;
  /** One of some choices; undefined where the user goes back. */
  choose(question: Text, choices: readonly Choice[], back: Text): Promise<string | undefined>;
  /** Runs a command line as a form; what it refuses is said, and the menu goes on. False where the user gave up. */
  go(words: readonly string[], heard?: Heard): Promise<boolean>;
  /** Waits until the user has read what a command said, before something else covers it. */
  pause(question: Text): Promise<void>;
}

export const BACK: Text = { zh: '返回', en: 'back' };
const GO_BACK = 'back';

export async function guideOf(asked: Session, program: Program): Promise<Guide> {
  const session = { ...asked, isGuided: true };
  const { world, lang } = session;
  const prompter = await world.prompter(lang);
  return {
    session,
    program,
    prompter,
    choose: async (question, choices, back) => {
      const all = [...choices, { value: GO_BACK, name: back[lang] }];
      const chosen = await orBack(() => prompter.choose(question[lang], all));
      return chosen === GO_BACK ? undefined : chosen;
    },
    pause: async question => void (await orBack(() => prompter.text(question[lang]))),
    go: async (words, heard) => {
      try {
        await run({ ...session, world: { ...world, argv: words } }, program, heard ? { heard } : {});
      } catch (error) {
        await complain(error, session);
        return !(error instanceof Failure && error.kind === 'cancelled');
      }
      return true;
    },
  };
}

/** An answer; undefined where Esc or Ctrl-C goes back. */
export async function orBack<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'cancelled') return undefined;
    throw error;
  }
}
