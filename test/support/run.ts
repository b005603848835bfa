import { Readable } from 'node:stream';
import type { Prompter, World } from '../../src/cli/world.ts';
import { GoneBack } from '../../src/kernel/failure.ts';
import { main } from '../../src/main.ts';

/** What one command line came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Laid over DEFAULT_ENV; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string | Uint8Array;
  /** Both ends are a terminal, and these are typed one after the other. */
  readonly answers?: readonly string[];
  /** The width of the terminal that stdout is; without it, stdout is a pipe. */
  readonly columns?: number;
  readonly now?: string;
}

export const DEFAULT_ENV = {
  TIAOCHU_LANG: 'en',
  TIAOCHU_TODAY: '2023-12-31',
  TIAOCHU_OPERATOR: 'tester',
  // A busy machine shows no bar where a test compares what is shown.
  TIAOCHU_PROGRESS_AFTER: '600000',
  // Nobody's own settings.
  TIAOCHU_CONFIG: '',
} as const;
const NOW = '2023-12-31T08:00:00.000Z';

/** Runs a command line in this process, on a world of its own. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(worldOf(argv, options, out, err));
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** A world that writes into two lists. */
export function worldOf(
  argv: readonly string[],
  options: RunOptions = {},
  out: string[] = [],
  err: string[] = [],
): World {
  const terminal = options.answers !== undefined;
  const prompter = scripted([...(options.answers ?? [])], text => err.push(text));
  return {
    argv,
    env: { ...DEFAULT_ENV, ...options.env },
    now: () => new Date(options.now ?? NOW),
    user: () => options.env?.USER ?? 'tester',
    locale: () => 'en-GB',
    stdin: Object.assign(Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]), {
      isTTY: terminal,
    }),
    stdout: { write: piece => out.push(textOf(piece)), isTTY: options.columns !== undefined, columns: options.columns },
    stderr: { write: piece => err.push(textOf(piece)), isTTY: terminal, columns: undefined },
    prompter: async () => prompter,
    onInterrupt: () => {},
  };
}

/** Bytes are kept as characters, one each: `Buffer.from(stdout, 'latin1')` has them. */
function textOf(piece: string | Uint8Array): string {
  return typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
}

/** Answers that are keys: Enter alone, and Esc. */
const [OFFERED, ESCAPE] = ['⏎', '⎋'] as const;

/**
 * A Prompter that types the answers it was given; each question and its answer is a line of stderr. A search picks the
 * first of what it finds, and asks again where it finds nothing.
 */
function scripted(answers: string[], write: (text: string) => void): Prompter {
  const next = (question: string, offered = '') => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`no answer was scripted for "${question}"`);
    write(`? ${question} ${answer}\n`);
    if (answer === ESCAPE) throw new GoneBack();
    return answer === OFFERED ? offered : answer;
  };
  const text: Prompter['text'] = async (question, complaint, offered = '') => {
    for (;;) {
      const answer = next(question, offered);
      const wrong = await complaint?.(answer);
      if (wrong === undefined) return answer;
      write(`! ${wrong}\n`);
    }
  };
  return {
    text,
    lines: text,
    choose: async (question, choices, offered = choices[0]?.value) => {
      const answer = next(question, offered);
      if (choices.some(({ value }) => value === answer)) return answer;
      throw new Error(`"${answer}" is no choice of "${question}": ${choices.map(({ value }) => value).join(', ')}`);
    },
    chooseMany: async (question, _, offered = []) => next(question, offered.join(' ')).split(' '),
    search: async (question, choicesFor) => {
      for (;;) {
        const typed = next(question);
        const found = await choicesFor(typed);
        for (const [i, { name }] of found.entries()) write(`${i === 0 ? '>' : ' '} ${name}\n`);
        if (found[0]) return found[0].value;
      }
    },
    secret: text,
    confirm: async (question, offered = false) => next(question, offered ? 'yes' : 'no') === 'yes',
  };
}
