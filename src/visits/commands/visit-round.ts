import { type Context, command, type Outcome } from '../../cli/command.ts';
import { option } from '../../cli/param.ts';
import { asActDay } from '../../cli/values.ts';
import { Failure, misuse } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';

export const round = command({
  name: 'round',
  zh: '记走访',
  summary: {
    zh: '在终端里一户接一户记走访，发现的纠纷随手登记',
    en: 'enter visits one after the other on a terminal, and the disputes that were found in them',
  },
  example: 'visit round',
  access: 'none',
  params: {
    on: option('--on <day>', { zh: '走访日期（默认今天）', en: 'the day of the visits (default today)' }, asActDay),
  },
  run: async (context, input) => {
    if (!context.prompter) misuse(NO_TERMINAL);
    let { on = context.today } = input;
    context.remark({
      zh: `走访日期 ${on}；按 Esc 或 Ctrl-C 结束`,
      en: `Visits on ${on}; Esc or Ctrl-C ends the round`,
    });
    let [visits, disputes] = [0, 0];
    for (let kept: Kept = {}; ; ) {
      const visit = await enteredVisit(context, on, kept);
      if (!visit) return done(visits, disputes);
      visits++;
      ({ kept, on } = visit);
      if (await foundDispute(context, visit)) disputes++;
    }
  },
});

const NO_TERMINAL = {
  zh: '连续记走访要在终端里进行',
  en: 'A round of visits is entered on a terminal',
  hint: { zh: '脚本中用 visit add 或 visit import', en: 'Use visit add or visit import in a script' },
};

/** What the next visit has of the one before: the pair, where the household has none of its own. */
type Kept = Readonly<Record<string, unknown>>;

interface Entered {
  readonly number: string;
  readonly village: string;
  readonly kept: Kept;
  /** Its day, which may have been changed on the last page: the next visit has it, too. */
  readonly on: string;
}

/** Has one visit entered; undefined where the user ends the round. */
async function enteredVisit({ again }: Context, on: string, offered: Kept): Promise<Entered | undefined> {
  let entered: Entered | undefined;
  const heard = ({ records = [] }: Outcome, given: Kept) => {
    const { cadre_a, cadre_b, household_code, visited_on } = given;
    // The code of a household begins with that of its village.
    const village = String(household_code).slice(0, 12);
    entered = { number: records[0] ?? '', village, kept: { cadre_a, cadre_b }, on: String(visited_on) };
  };
  await orCancelled(() => again(['visit', 'add', '--visited-on', on], { heard, offered, guided: true }));
  return entered;
}

/** Asks whether a dispute was found in a visit, and has it registered with the visit. */
async function foundDispute({ again, prompter, lang }: Context, { number, village }: Entered): Promise<boolean> {
  const asked = await prompter?.();
  let isRegistered = false;
  await orCancelled(async () => {
    if (!(await asked?.confirm(FOUND[lang]))) return;
    const heard = () => {
      isRegistered = true;
    };
    await again(['dispute', 'register', '--visit', number], { heard, offered: { unit: village, to: village } });
  });
  return isRegistered;
}

const FOUND = { zh: '走访中发现纠纷了吗？', en: 'Was a dispute found in this visit?' };

async function orCancelled(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'cancelled') throw error;
  }
}

function done(visits: number, disputes: number): Outcome {
  return {
    view: lines(
      { visits, disputes },
      {
        zh: `共登记走访 ${visits} 次${disputes > 0 ? `、纠纷 ${disputes} 件` : ''}`,
        en: `Registered ${counted(visits, 'visit')}${disputes > 0 ? ` and ${counted(disputes, 'dispute')}` : ''}`,
      },
    ),
  };
}
