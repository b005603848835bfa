import type { Program } from '../cli/command.ts';
import { EXIT, type ExitCode } from '../cli/exit.ts';
import { settingsOf } from '../cli/own-settings.ts';
import { ledgerOf, todayOf, zoneOf } from '../cli/settings.ts';
import { unlock } from '../cli/unlocking.ts';
import type { Session } from '../cli/world.ts';
import { ordinaryDigits } from '../kernel/digits.ts';
import type { Text } from '../kernel/text.ts';
import { begun, introduced } from './begin.ts';
import { BACK, type Guide, guideOf, orBack } from './guide.ts';
import { more } from './more.ts';
import { onward, READ } from './onward.ts';
import { search } from './search.ts';
import { SETUP, setup, setupChoice } from './setup.ts';
import { type Task, tasksOn } from './tasks.ts';

/** `tiaochu` alone on a terminal: a menu of what people come to do. Each choice runs a command line, shows it, and leads back. */
export async function menu(session: Session, program: Program): Promise<ExitCode> {
  const guide = await guideOf(session, program);
  if (!(await begun(guide))) return EXIT.done;
  await unlock(ledgerOf(session.world, undefined), {}, session);
  await introduced(guide);
  const { world } = session;
  await page(guide, WHAT, tasksOn(todayOf(world, zoneOf(world)), settingsOf(world).unit, guide.session.lang), LEAVE);
  return EXIT.done;
}

/** Offers tasks until the user goes back. */
async function page(guide: Guide, question: Text, tasks: readonly Task[], back: Text): Promise<void> {
  const { lang } = guide.session;
  const choices = tasks.map(({ name }, i) => ({ value: String(i + 1), name: `${i + 1} ${name[lang]}` }));
  for (;;) {
    const first = question === WHAT ? await setupChoice(guide) : undefined;
    const chosen = await guide.choose(question, first ? [first, ...choices] : choices, back);
    const task = tasks[Number(chosen) - 1];
    if (chosen === SETUP) await setup(guide);
    else if (!task) return;
    else if (task.tasks) await page(guide, task.name, task.tasks, BACK);
    else if (task.leads === 'more') await more(guide);
    else if (task.leads === 'todo') await todo(guide);
    else if (task.leads === 'find') await search(guide);
    else await onward(guide, task.words ?? []);
  }
}

/** Shows the to-do list and does one line of it after the other. */
async function todo(guide: Guide): Promise<void> {
  const {
    go,
    pause,
    prompter,
    session: { lang },
  } = guide;
  for (;;) {
    let isEmpty = false;
    await go(['todo'], ({ counts }) => {
      isEmpty = counts?.shown === 0;
    });
    if (isEmpty) return pause(NOTHING_TO_DO);
    const line = await orBack(() =>
      prompter.text(LINE[lang], answer => (/^\d*$/.test(numberIn(answer)) ? undefined : NUMBER[lang])),
    );
    if (!line?.trim()) return;
    if ((await onward(guide, ['do', numberIn(line)])) === 'done') await pause(READ);
  }
}

const numberIn = (answer: string) => ordinaryDigits(answer).trim();

const WHAT: Text = { zh: '要办什么？', en: 'What would you like to do?' };
const LEAVE: Text = { zh: '退出', en: 'leave' };
const LINE: Text = { zh: '办第几行？（直接回车返回）', en: 'Which line? (Enter alone goes back)' };
const NOTHING_TO_DO: Text = { zh: '没有待办事项，按回车返回', en: 'There is nothing to do; Enter goes back' };
const NUMBER: Text = { zh: '请写序号', en: 'write the number of a line' };
