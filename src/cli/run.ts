import { misuse } from '../kernel/failure.ts';
import type { AgainOptions, Program } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { readArgv } from './tree.ts';
import type { Session } from './world.ts';

/** Runs one command line: reads it, and shows its help or calls its command. */
export async function run(session: Session, program: Program, options: AgainOptions = {}): Promise<ExitCode> {
  const reading = await readArgv(session, program.areas);
  // Loaded once there is a call: what carries it out is most of the program.
  if ('call' in reading) return (await import('./calling.ts')).called(reading.call, session, program, run, options);
  const { world } = session;
  if (reading.asked) world.stdout.write(reading.help);
  else if (session.asJson) misuse(NO_COMMAND);
  else world.stderr.write(reading.help);
  return reading.asked ? EXIT.done : EXIT.usage;
}

const NO_COMMAND = {
  zh: '没有写命令',
  en: 'No command is named',
  hint: { zh: '用 tiaochu --help 查看全部命令', en: 'tiaochu --help lists the commands' },
};
