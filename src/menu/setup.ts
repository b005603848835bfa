import { complain } from '../cli/complain.ts';
import { settingsOf } from '../cli/own-settings.ts';
import { run } from '../cli/run.ts';
import { ledgerOf, todayOf, zoneOf } from '../cli/settings.ts';
import type { SetupStep } from '../cli/setup.ts';
import type { Choice } from '../cli/world.ts';
import { missingNow, type Preparing, prepared } from '../form/prepared.ts';
import type { Lang } from '../kernel/text.ts';
import { type Guide, orBack } from './guide.ts';

/** What stands first in the menu of a ledger in which no visit can be entered yet: the set-up, and its next step. */
export async function setupChoice(guide: Guide): Promise<Choice | undefined> {
  const steps = missingNow(await preparingOf(guide));
  const [next] = steps.filter(({ beginsOn }) => beginsOn === undefined);
  return next && { value: SETUP, name: nameOf(next, guide.session.lang) };
}

export const SETUP = 'setup';

/** Leads through what is missing, step by step. */
export async function setup(guide: Guide): Promise<void> {
  const preparing = await preparingOf(guide);
  await orBack(() => prepared(preparing)).catch(error => complain(error, guide.session));
}

async function preparingOf({ session, program }: Guide): Promise<Preparing> {
  const { world } = session;
  return {
    session,
    ledger: ledgerOf(world, undefined),
    place: { day: todayOf(world, zoneOf(world)), unit: settingsOf(world).unit },
    missing: await program.missing(),
    again: argv => run({ ...session, world: { ...world, argv } }, program),
  };
}

function nameOf({ name }: SetupStep, lang: Lang): string {
  return {
    zh: `建账准备：机构、干部、结对、户、包户（下一步：${name.zh}）`,
    en: `set the ledger up: units, cadres, pairs, households, assignments (next: ${name.en})`,
  }[lang];
}
