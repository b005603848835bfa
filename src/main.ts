import { atTerminal } from './cli/at-terminal.ts';
import { complain } from './cli/complain.ts';
import { EXIT, type ExitCode } from './cli/exit.ts';
import { run } from './cli/run.ts';
import { sessionOf } from './cli/settings.ts';
import type { Session, World } from './cli/world.ts';
import { fileFailure } from './kernel/file-error.ts';
import { forgetPassphrases } from './ledger/encryption/held.ts';
import { PROGRAM } from './program.ts';

/** From a command line and its world to an exit code; the one place that catches. */
export async function main(world: World): Promise<ExitCode> {
  const session = sessionOf(world);
  forgetPassphrases();
  try {
    return await answered(session);
  } catch (error) {
    return complain(fileFailure(error) ?? error, session);
  }
}

/** The answer to a command line; none at a terminal opens the menu, and `complete` is a shell that asks what can come next. */
async function answered(session: Session): Promise<ExitCode> {
  const { world } = session;
  if (world.argv.length === 0 && atTerminal(world)) return (await import('./menu/menu.ts')).menu(session, PROGRAM);
  if (world.argv[0] !== 'complete') return run(session, PROGRAM);
  await (await import('./completion/answer.ts')).answerShell(session, PROGRAM);
  return EXIT.done;
}
