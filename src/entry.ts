import { userInfo } from 'node:os';
import { sinkOf } from './cli/sink.ts';
import type { World } from './cli/world.ts';
import { VERSION } from './kernel/version.ts';

/** Runs the program on this process's own streams; `--version` answers without loading the rest. */
export async function start(argv: readonly string[]): Promise<number> {
  const world = thisProcess(argv);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) return showVersion(world);
  const { main } = await import('./main.ts');
  return main(world);
}

async function showVersion(world: World): Promise<number> {
  try {
    world.stdout.write(`tiaochu ${VERSION}\n`);
    return 0;
  } catch (error) {
    const [{ complain }, { sessionOf }] = await Promise.all([import('./cli/complain.ts'), import('./cli/settings.ts')]);
    return complain(error, sessionOf(world));
  }
}

function thisProcess(argv: readonly string[]): World {
  let interrupted: (() => void) | undefined;
  return {
    argv,
    env: process.env,
    now: () => new Date(),
    user: systemUser,
    hasUser: async name => (await import('./cli/system-users.ts')).isSystemUser(name),
    // Asking Intl takes 10 ms; where the environment can tell and does not, it means the C locale.
    locale: () => (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'C'),
    // Opening it takes 3 ms, and few commands read it.
    get stdin() {
      return process.stdin;
    },
    stdout: sinkOf(1, () => process.stdout),
    stderr: sinkOf(2, () => process.stderr),
    prompter: async lang => {
      (await import('./cli/terminal-guard.ts')).guardTerminal();
      return (await import('./cli/inquirer-prompter.ts')).inquirerPrompter(lang);
    },
    findPager: async (command, keys) => {
      const { isFound } = await import('./cli/pager-program.ts');
      if (!isFound(command, process.env)) return undefined;
      return async () => (await import('./cli/pager.ts')).openPager(command, keys, process.env);
    },
    onInterrupt: act => {
      if (!interrupted) process.once('SIGINT', () => endBySignal(interrupted));
      interrupted = act;
    },
  };
}

/** A system can have no name for who runs the program. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** Ends the process as Ctrl-C does (130 to a shell): process.exit would wait for a pipe that nobody has opened yet. */
function endBySignal(act: (() => void) | undefined): void {
  act?.();
  if (process.platform === 'win32') process.exit(130);
  process.kill(process.pid, 'SIGINT');
}
