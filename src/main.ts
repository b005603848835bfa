import { complain } from './cli/complain.ts';
import type { ExitCode } from './cli/exit.ts';
import { run } from './cli/run.ts';
import { sessionOf } from './cli/settings.ts';
import type { World } from './cli/world.ts';
import { PROGRAM } from './program.ts';

/** From a command line and its world to an exit code; the one place that catches. */
export async function main(world: World): Promise<ExitCode> {
  const session = sessionOf(world);
  try {
    return await run(session, PROGRAM);
  } catch (error) {
    return complain(error, session);
  }
}
