import { GoneBack, misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { atTerminal } from './at-terminal.ts';
import type { Job } from './context.ts';
import { passphraseIn } from './passphrase-file.ts';

const AGAIN: Text = { zh: '再输入一次', en: 'Type it again' };
const DIFFERENT: Text = { zh: '两次输入不一致', en: 'That is not the same' };

/** A job with the secret that its command needs; nothing is asked for where the command is only tried. */
export async function withSecret(job: Job): Promise<Job> {
  const { input, session, path } = job;
  const { secret: asked } = job.call.command;
  if (!asked || input.dryRun) return job;
  const place = { input, env: session.world.env, ledger: path };
  const file = asked.fileIn(place);
  if (file !== undefined) {
    const secret = await passphraseIn(file, session.world);
    const problem = asked.problem(secret);
    if (problem) misuse(problem);
    return { ...job, secret };
  }
  if (!asked.isWanted(place) || !atTerminal(session.world)) return job;
  const { lang } = session;
  const prompter = await session.world.prompter(lang);
  for (;;) {
    const secret = await prompter.secret(asked.question[lang], text => asked.problem(text)?.[lang]);
    const isSame = (text: string) => (text === secret ? undefined : DIFFERENT[lang]);
    if (await orAgain(() => prompter.secret(AGAIN[lang], isSame))) return { ...job, secret };
  }
}

/** Whether a secret was typed a second time; with Esc the first time comes again. */
async function orAgain(ask: () => Promise<string>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof GoneBack) return false;
    throw error;
  }
}
