import type { World } from './cli/world.ts';

declare const TIAOCHU_VERSION: string;

/** Runs the program on this process's own streams; `--version` answers without loading the rest. */
export async function start(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`tiaochu ${TIAOCHU_VERSION}\n`);
    return 0;
  }
  const { main } = await import('./main.ts');
  return main(thisProcess(argv));
}

function thisProcess(argv: readonly string[]): World {
  const sink = (stream: NodeJS.WriteStream) => ({
    write: (text: string) => {
      if (!stream.destroyed) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    // Some terminals tell of 0 columns: they do not know.
    columns: stream.columns || undefined,
  });
  return {
    argv,
    env: process.env,
    now: () => new Date(),
    // Asking Intl takes 10 ms; where the environment can tell and does not, it means the C locale.
    locale: () => (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'C'),
    // Opening it takes 3 ms, and few commands read it.
    get stdin() {
      return process.stdin;
    },
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    prompter: async () => (await import('./cli/inquirer-prompter.ts')).inquirerPrompter(),
  };
}
