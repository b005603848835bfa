import { cancel, misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { atTerminal } from './answers.ts';
import type { Command } from './command.ts';
import type { Job } from './context.ts';
import type { Session } from './world.ts';

const PREVIEW: Text = { zh: '将执行以下操作：', en: 'This is what it will do:' };
const QUESTION: Text = { zh: '确认执行以上操作？', en: 'Go on and do this?' };

/** A script cannot be asked: it answers beforehand, or is refused before anything is opened (exit 2). */
export function demandAnswer({ confirm }: Command, input: Job['input'], { world }: Session): void {
  if (confirm !== 'always' || input.yes || input.dryRun || atTerminal(world)) return;
  misuse(
    { zh: '这个命令须先确认', en: 'This command must be confirmed' },
    { zh: '在脚本中使用时请加上 --yes', en: 'Add --yes in a script' },
  );
}

/**
 * Asks before a change that is hard to undo. What it will change is what it would print: it is carried out and rolled back
 * first, so that the question names exactly that, and what is refused is not asked about.
 */
export async function confirmed(job: Job, carryOut: (preview: Job) => Promise<unknown>): Promise<void> {
  const { call, input, session } = job;
  const { world, lang } = session;
  if (!call.command.confirm || input.yes || input.dryRun || !atTerminal(world)) return;
  const shown = { ...input, dryRun: true, output: undefined, format: undefined };
  world.stderr.write(`${PREVIEW[lang]}\n`);
  await carryOut({
    ...job,
    isPreview: true,
    input: shown,
    session: { ...session, world: { ...world, stdout: world.stderr } },
  });
  const prompter = await world.prompter();
  if (!(await prompter.confirm(QUESTION[lang]))) cancel();
}
