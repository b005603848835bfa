import { spawn, spawnSync } from 'node:child_process';
import { DEFAULT_ENV } from './run.ts';
import { PROGRAM } from './spawned.ts';

/** Whether this machine has the program that makes pseudo-terminals. */
export const HAS_TERMINALS = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** What is pressed or sent once a text is shown. */
type Step = readonly [text: string, act: string | NodeJS.Signals];

export interface OnTerminal {
  readonly ledger: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  /** What a shell does afterwards on the same terminal. */
  readonly afterwards?: string;
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

/** Runs the built program on a terminal of its own with 80 columns and 24 lines. */
export async function onTerminal(
  argv: readonly string[],
  { ledger, env = {}, steps = [], afterwards = ':' }: OnTerminal,
) {
  const command = [process.execPath, PROGRAM, ...argv].map(quoted).join(' ');
  // The program says its number before it begins, so that a signal finds it; Ctrl-C is its affair, not the shell's around it.
  const line = `trap : INT; stty cols 80 rows 24; sh -c 'echo pid=$$; exec "$@"' sh ${command}; code=$?; ${afterwards}; exit $code`;
  const child = spawn('script', ['-qefc', line, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm', SHELL: '/bin/sh', ...DEFAULT_ENV, TIAOCHU_LEDGER: ledger, ...env },
  });
  let shown = '';
  let next = 0;
  let seen = 0;
  // A character may come in two pieces.
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', piece => {
    shown += piece;
    const [text, act] = steps[next] ?? [];
    if (text === undefined || act === undefined || !shown.includes(text, seen)) return;
    next++;
    seen = Number.POSITIVE_INFINITY;
    // Whoever is asked listens a moment after the question is drawn; the next step waits for what this one shows.
    setTimeout(() => {
      seen = shown.length;
      if (act.startsWith('SIG')) process.kill(numberIn(shown), act as NodeJS.Signals);
      else child.stdin.write(act);
    }, 300);
  });
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { code, shown };
}

const numberIn = (shown: string) => Number(/pid=(\d+)/.exec(shown)?.[1]);
