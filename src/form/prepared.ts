import { askFor } from '../cli/asking.ts';
import type { Context } from '../cli/command.ts';
import { bounding, option } from '../cli/param.ts';
import { say } from '../cli/say.ts';
import type { MissingSteps, SetupPlace, SetupStep } from '../cli/setup.ts';
import { asBound } from '../cli/values.ts';
import { chineseCommand } from '../cli/words/in-chinese.ts';
import type { Session } from '../cli/world.ts';
import type { Day } from '../kernel/day.ts';
import { cancel, Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { openToRead } from '../ledger/open.ts';

/** The ledger that is filled step by step, and how the command of a step is run. */
export interface Preparing {
  readonly session: Session;
  readonly ledger: string;
  readonly place: SetupPlace;
  readonly missing: MissingSteps;
  again: Context['again'];
}

/**
 * Leads through what a ledger must have before something can be entered: all that is missing is said at once, and the form of each
 * step is opened in its turn. Ends when nothing is missing; whoever declines a step gives up.
 */
export async function prepared(preparing: Preparing): Promise<void> {
  const { session, place, again } = preparing;
  let from: string | undefined;
  for (let before: SetupStep | undefined; ; ) {
    const steps = missingNow(preparing);
    const [next] = steps;
    if (!next) return;
    refuseLater(next, place.day);
    say(session, 'remark', missingText(steps, place.day));
    const prompter = await session.world.prompter(session.lang);
    if (!(await prompter.confirm(offerText(next, before?.words === next.words)[session.lang], true))) cancel();
    from ??= await askFor(FROM, session, { offered: place.day });
    await again([...next.words, '--on', from], { guided: true });
    before = next;
  }
}

/** What a ledger lacks; it is closed again before anything is asked. */
export function missingNow({ ledger, missing, place }: Pick<Preparing, 'ledger' | 'missing' | 'place'>) {
  const db = openToRead(ledger);
  try {
    return missing(db, place);
  } finally {
    db.close();
  }
}

/** What begins after the day of a visit is there: only another day, or records that begin earlier, help. */
function refuseLater({ name, beginsOn }: SetupStep, day: Day): void {
  if (beginsOn === undefined) return;
  throw new Failure(
    'refused',
    {
      zh: `${day} 还不能记走访：${name.zh}自 ${beginsOn} 起才有`,
      en: `No visit on ${day}: ${name.en} is there only from ${beginsOn} on`,
    },
    {
      zh: `走访日期请写 ${beginsOn} 或以后；要补录以前的走访，新增机构、干部、结对、户、包户时用 --on 写明更早的生效日期`,
      en: `Name ${beginsOn} or a later day; for earlier visits, add units, cadres, pairs, households and assignments with an earlier --on`,
    },
  );
}

function missingText(steps: readonly SetupStep[], day: Day): Text {
  const named = (step: SetupStep) => `tiaochu ${step.words.join(' ')}`;
  return {
    zh: `${day} 还不能记走访，依次缺：${steps.map(step => `${step.name.zh}（${named(step)}）`).join('、')}。已有表格的，放进一个文件夹用 tiaochu import 文件夹`,
    en: `No visit can be entered on ${day} yet. Missing, in this order: ${steps.map(step => `${step.name.en} (${named(step)})`).join(', ')}. Tables are imported with tiaochu import FOLDER`,
  };
}

function offerText({ words, name }: SetupStep, isRepeated: boolean): Text {
  const command = words.join(' ');
  return {
    zh: `${isRepeated ? '还缺' : '现在填写'}${name.zh}（${chineseCommand(command)}）${isRepeated ? '，接着填写？' : '吗？'}`,
    en: `${isRepeated ? 'Still missing' : 'Enter'} ${name.en} (${command})${isRepeated ? '. Go on?' : ' now?'}`,
  };
}

/** From which day on the records hold is asked once, since it cannot be made earlier afterwards. */
const FROM = bounding(
  option(
    '--on <day>',
    {
      zh: '这些记录从哪天起生效？以后不能改早：要补录以前的走访，写最早一次走访那天或更早',
      en: 'from which day on these records hold: it cannot be made earlier later, so name the day of the first visit or one before it',
    },
    asBound,
  ),
);
