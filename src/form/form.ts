import { complain } from '../cli/complain.ts';
import type { ExitCode } from '../cli/exit.ts';
import { settingsOf } from '../cli/own-settings.ts';
import type { Pickers } from '../cli/pickers.ts';
import { say } from '../cli/say.ts';
import type { Call } from '../cli/tree.ts';
import { chineseCommand } from '../cli/words/in-chinese.ts';
import type { Session } from '../cli/world.ts';
import { cancel, Failure, GoneBack } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { actingFor } from './behalf.ts';
import { faultsIn, isAvoidable } from './fault.ts';
import { inWords } from './in-words.ts';
import { askedItems, filledItems, furtherItems, type Given, type Item, isDue, isGiven } from './items.ts';
import { answer, offeredFor, orBack, refusalOf, type Sheet } from './sheet.ts';
import { chosenOf, reviewed } from './summary.ts';

/** What a form does with what was filled in. */
export interface Use {
  readonly session: Session;
  /** What is filled in where the ledger has nothing to offer. */
  readonly offered: Given;
  /** Opens the ledger in which things are picked; undefined where the command needs none. */
  open(): Promise<Pickers | undefined>;
  /** Carries the command out and rolls it back, to hear what the rules say. */
  attempt(given: Given): Promise<Failure | undefined>;
  carryOut(given: Given): Promise<ExitCode>;
}

/**
 * Has a command's form filled in and then carries the command out. Nothing is written before the last page is confirmed; where
 * a rule refuses, all answers stay, and only what it is about is asked for again.
 */
export async function filledIn(call: Call, use: Use, heard?: Failure): Promise<ExitCode> {
  const { session } = use;
  const pickers = await use.open();
  try {
    const sheet = { call, session, pickers, likely: use.offered, attempt: use.attempt };
    checkGiven(sheet);
    if (heard) complainIn(sheet, heard);
    else say(session, 'remark', headOf(call));
    return await filled(sheet, use, heard ? await corrected(sheet, call.given, heard) : await firstAnswers(sheet));
  } finally {
    pickers?.close();
  }
}

/** What speaks against the command line as it is, whatever is answered, is said before the first question. */
function checkGiven(sheet: Sheet): void {
  for (const { name, param } of filledItems(sheet.call, sheet.call.given)) {
    const refusal = refusalOf(sheet, param, sheet.call.given[name]);
    if (refusal) throw refusal;
  }
}

async function filled(sheet: Sheet, use: Use, first: Given): Promise<ExitCode> {
  let given = first;
  let before: Failure | undefined;
  for (;;) {
    const problem = await use.attempt(given);
    if (problem) {
      if (!saysNothingYet(sheet, problem)) complainIn(sheet, problem);
      const isHeard = problem.text.en === before?.text.en && !saysNothingYet(sheet, problem);
      before = problem;
      const other = isHeard ? given : await corrected(sheet, given, problem);
      if (other !== given) {
        given = other;
        continue;
      }
    }
    const next = await lastPage(sheet, given, problem);
    if (next === 'cancel') cancel();
    if (next !== 'save') {
      given = next.given;
      continue;
    }
    const done = await tried(() => use.carryOut(given));
    if (!(done instanceof Failure)) return done;
    // Esc at what is asked after the last page leads back to it.
    if (done instanceof GoneBack) continue;
    complainIn(sheet, done);
    before = done;
    given = await corrected(sheet, given, done);
  }
}

/** Esc on the last page leads to the last question, Esc there to the one before, and from the first back to the page. */
async function lastPage(sheet: Sheet, given: Given, refused?: Failure): ReturnType<typeof reviewed> {
  const page = await orBack(() => reviewed(sheet, given, refused));
  if (page) return page;
  const items = askedItems(sheet.call).filter(item => isDue(item, sheet.pickers?.place, given));
  for (const item of items.reverse()) {
    const changed = await orBack(() => answer(sheet, item, given));
    if (changed) return { given: changed };
  }
  return { given };
}

/** What a form says of a refusal. */
function complainIn({ call, session }: Sheet, failure: Failure): void {
  complain(inWords(failure, call.params), session);
}

async function tried(act: () => Promise<ExitCode>): Promise<ExitCode | Failure> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof GoneBack || (error instanceof Failure && isAvoidable(error))) return error;
    throw error;
  }
}

/** Asks for everything in order that the command line does not say; Esc leads to the question before. */
async function firstAnswers(sheet: Sheet): Promise<Given> {
  const { call, session, pickers } = sheet;
  const items = askedItems(call);
  const own = settingsOf(session.world);
  const asked: { readonly at: number; readonly before: Given }[] = [];
  // What was answered before the user went back is offered again.
  let known: Given = {};
  let given = call.given;
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item;
    given = await actingFor(sheet, given);
    if (isGiven(given, item.name) || !isDue(item, pickers?.place, given)) continue;
    const offered = offeredFor(sheet, item, given, item.param.mine && own[item.param.mine]) ?? sheet.likely[item.name];
    if (offered !== undefined) {
      given = { ...given, [item.name]: item.param.many ? [offered] : offered };
      continue;
    }
    try {
      const before = given;
      given = await answer(sheet, item, { ...given, [item.name]: known[item.name] });
      asked.push({ at, before });
    } catch (error) {
      const last = asked.pop();
      if (!(error instanceof GoneBack) || !last) throw error;
      known = { ...known, ...given };
      given = last.before;
      at = last.at - 1;
    }
  }
  return actingFor(sheet, given);
}

/** Asks again for what a failure is about. */
async function corrected(sheet: Sheet, given: Given, failure: Failure): Promise<Given> {
  let now = given;
  for (const item of faultyItems(sheet, failure, given)) {
    const likely = { ...now, [item.name]: now[item.name] ?? sheet.likely[item.name] };
    const changed = await orBack(() => answer(sheet, item, likely, { isDemanded: true }));
    if (!changed) return now;
    now = changed;
  }
  if (!saysNothingYet(sheet, failure)) return now;
  const further = furtherItems(sheet.call, given);
  const item =
    further.length > 0
      ? await orBack(() => chosenOf(sheet, further, inWords(failure, sheet.call.params).text))
      : undefined;
  return (item && (await orBack(() => answer(sheet, item, now)))) ?? now;
}

function faultyItems({ call: { command, params } }: Sheet, failure: Failure, given: Given = {}): Item[] {
  return faultsIn(failure, params, given).flatMap(name => {
    const param = command.params[name];
    return param ? [{ name, param }] : [];
  });
}

/** Whether a command only lacks something to do, such as what is to be changed: that is a question, not a mistake. */
function saysNothingYet(sheet: Sheet, failure: Failure): boolean {
  return failure.kind === 'usage' && faultyItems(sheet, failure).length === 0;
}

/** What a command is for; which option does what is for command lines. */
const withoutOptions = (summary: string) => summary.replace(/[；;，,][^；;]*--.*$/s, '');

function headOf({ command, path }: Call): Text {
  return {
    zh: `${withoutOptions(command.summary.zh)}（${chineseCommand(path)}）。Esc 返回上一项，Ctrl-C 放弃；最后一页确认之前不写入任何数据`,
    en: `${path}: ${withoutOptions(command.summary.en)}. Esc goes back, Ctrl-C gives up; nothing is written before the last page is confirmed`,
  };
}
