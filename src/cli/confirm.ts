import { cancel, misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { atTerminal } from './at-terminal.ts';
import type { Command } from './command.ts';
import type { Job } from './context.ts';
import { say } from './say.ts';
import { NOWHERE, type Session } from './world.ts';

const PREVIEW: Text = { zh: '将执行以下操作：', en: 'This is what it will do:' };
const QUESTION: Text = { zh: '确认执行以上操作？', en: 'Go on and do this?' };

/** A script cannot be asked: it answers beforehand, or is refused (exit 2). */
function demandTerminal({ world }: Session): void {
  if (!atTerminal(world))
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
  const { confirm } = call.command;
  if (!confirm || input.yes || input.dryRun) return;
  if (typeof confirm === 'function') return askAbout(job, confirm);
  if (confirm === 'at-terminal' && !atTerminal(session.world)) return;
  const { world } = session;
  const shown = { ...input, dryRun: true, output: undefined, format: undefined };
  // A script that reads JSON is refused without the preview, which is for people.
  if (!session.asJson) say(session, 'remark', PREVIEW);
  const preview = { ...session, world: { ...world, stdout: session.asJson ? NOWHERE : world.stderr } };
  await carryOut({ ...job, isPreview: true, input: shown, session: preview });
  demandTerminal(session);
  await ask(QUESTION, session);
}

/** Asks about what the command line and its files say. */
async function askAbout({ input, sources, session }: Job, confirm: Asking): Promise<void> {
  const asked = confirm({ input, source: file => sources.get(file) ?? undeclared(file) });
  if (!asked) return;
  for (const line of asked.about) say(session, 'remark', line);
  demandTerminal(session);
  await ask(asked.question, session);
}

type Asking = Extract<NonNullable<Command['confirm']>, (...given: never[]) => unknown>;

async function ask(question: Text, { world, lang }: Session): Promise<void> {
  const prompter = await world.prompter(lang);
  if (!(await prompter.confirm(question[lang]))) cancel();
}

function undeclared(file: string): never {
  throw new Error(`this command has not declared that it reads ${file}`);
}
