import { cancel, misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { openToRead } from '../ledger/open.ts';
import { actDay } from './act-day.ts';
import { atTerminal } from './at-terminal.ts';
import { contextOf, type Job } from './context.ts';
import { withMeanings } from './meaning.ts';
import { settingsOf } from './own-settings.ts';
import type { OnBehalf, Param } from './param.ts';
import { say } from './say.ts';
import { calledInMessages } from './words/param-name.ts';
import type { Session } from './world.ts';

/**
 * Where a command line leaves open who acts, and that is not the user's own unit: asked on a terminal; elsewhere, and with
 * `--yes`, it must be named.
 */
export async function onBehalf(job: Job): Promise<Job> {
  const { call, path, session, input } = job;
  const [name, param] = Object.entries(call.command.params).find(([, { onBehalf }]) => onBehalf) ?? [];
  if (name === undefined || !param || call.given[name] !== undefined) return job;
  const { unit } = settingsOf(session.world);
  const canAsk = atTerminal(session.world) && !input.yes;
  // Without a unit of one's own there is no other tier.
  if (!canAsk && unit === undefined) return job;
  const db = openToRead(path);
  try {
    const context = contextOf(job, db);
    const meant = withMeanings(job, context).input;
    const found = param.onBehalf?.({ db, day: actDay(input) ?? context.today, unit }, meant);
    if (!found) return job;
    const { value, text } = found;
    if (!canAsk) misuse(text, addOption(param, value));
    await agreeTo(found, session);
    return { ...job, call: { ...call, given: { ...call.given, [name]: value } }, input: { ...input, [name]: value } };
  } finally {
    db.close();
  }
}

function addOption(param: Param<unknown>, value: string): Text {
  const { zh, en } = calledInMessages(param);
  return { zh: `确要代其办理，请加 ${zh} ${value}`, en: `To do it all the same, add ${en} ${value}` };
}

/** Asks whether somebody means to act for another unit; whoever does not has cancelled. */
export async function agreeTo({ text, question }: OnBehalf, session: Session): Promise<void> {
  const { world, lang } = session;
  say(session, 'remark', text);
  const prompter = await world.prompter(lang);
  if (!(await prompter.confirm(question[lang]))) cancel();
}
