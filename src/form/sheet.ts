import { askFor } from '../cli/asking.ts';
import { complain } from '../cli/complain.ts';
import { labelOf, type Param } from '../cli/param.ts';
import type { Pickers } from '../cli/pickers.ts';
import type { Narrowed } from '../cli/picking.ts';
import type { Call } from '../cli/tree.ts';
import { spoken } from '../cli/words/in-chinese.ts';
import { calledInMessages } from '../cli/words/param-name.ts';
import type { Session } from '../cli/world.ts';
import { Failure, GoneBack } from '../kernel/failure.ts';
import { refusesAnswer } from './fault.ts';
import { inWords } from './in-words.ts';
import type { Given, Item } from './items.ts';

/** A form that is being filled in: for which command, for whom, with which ledger. */
export interface Sheet {
  readonly call: Call;
  readonly session: Session;
  /** None for commands that need no ledger, or make one. */
  readonly pickers: Pickers | undefined;
  /** What is filled in where the ledger has nothing to offer, or the rules demand it. */
  readonly likely: Given;
  /** What the rules say against the answers so far. */
  attempt(given: Given): Promise<Failure | undefined>;
}

/**
 * Asks for an item; what it had before is offered. Returns the words so far with the answer among them. What the rules have
 * just demanded is not called optional, although it can still be left empty.
 */
export async function answer(
  sheet: Sheet,
  { name, param }: Item,
  given: Given,
  { isDemanded = false } = {},
): Promise<Given> {
  const mayBeLeft = !param.always && !isDemandedBy(sheet, param, given);
  const offered = given[name];
  if (param.kind === 'flag') return { ...given, [name]: await confirmed(sheet, param, offered === true) };
  if (!param.many) {
    const narrowed = narrowedFor(sheet, param, given);
    const refusal = async (word: string) =>
      refusalOf(sheet, param, word) ?? ruledOut(sheet, name, { ...given, [name]: word });
    const asking = { pickers: sheet.pickers, offered: textOf(offered), mayBeLeft, isDemanded, narrowed, refusal };
    for (;;) {
      const word = await askFor(param, sheet.session, asking);
      const refusal = word === '' ? undefined : refusalOf(sheet, param, word);
      if (!refusal) return { ...given, [name]: word === '' ? undefined : word };
      await complain(inWords(refusal, sheet.call.params), sheet.session);
    }
  }
  const before = offered === undefined ? [] : [offered].flat().map(String);
  const narrowed = narrowedFor(sheet, param, given);
  const words = await several(sheet, param, { before, mayBeLeft, isDemanded, narrowed });
  return { ...given, [name]: words.length > 0 ? words : undefined };
}

/** What the other answers leave of what a parameter picks. */
function narrowedFor({ pickers }: Sheet, param: Param<unknown>, given: Given): Narrowed {
  return (pickers && param.narrowed?.(pickers.place, given)) ?? {};
}

/** Whether the answers so far leave no choice but to have it. */
function isDemandedBy({ pickers }: Sheet, param: Param<unknown>, given: Given): boolean {
  return pickers !== undefined && param.demanded?.(pickers.place, given) === true;
}

/** What the rules say against an answer once they can judge it, so that it is refused where it is given. */
async function ruledOut(sheet: Sheet, name: string, given: Given): Promise<Failure | undefined> {
  const problem = await sheet.attempt(given);
  return problem && refusesAnswer(problem, name, sheet.call.command.params, given)
    ? inWords(problem, sheet.call.params)
    : undefined;
}

interface List {
  readonly before: readonly string[];
  readonly mayBeLeft: boolean;
  readonly isDemanded: boolean;
  readonly narrowed: Narrowed;
}

/** Asks for the values of a list one after the other, those from before offered in turn; Esc leads to the value before. */
async function several(
  { pickers, session }: Sheet,
  param: Param<unknown>,
  { before, mayBeLeft, isDemanded, narrowed }: List,
): Promise<readonly string[]> {
  const words: string[] = [];
  const known = [...before];
  for (;;) {
    const isFirst = words.length === 0;
    const asking = {
      pickers,
      mayBeLeft: mayBeLeft || !isFirst,
      offered: known[words.length],
      isDemanded: isDemanded && isFirst,
      // Nobody is in a list twice.
      narrowed: { ...narrowed, except: [...(narrowed.except ?? []), ...words] },
    };
    try {
      const word = await askFor(isFirst ? param : further(param), session, asking);
      if (word === '') return words;
      const parts = param.parts?.(word) ?? [word];
      known.splice(words.length, 1, ...parts);
      words.push(...parts);
    } catch (error) {
      if (!(error instanceof GoneBack) || isFirst) throw error;
      words.pop();
    }
  }
}

/** What speaks against a value whatever else is said. */
export function refusalOf({ pickers }: Sheet, param: Param<unknown>, word: unknown): Failure | undefined {
  if (!pickers) return undefined;
  try {
    param.checkFit?.(pickers.place, word);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const textOf = (value: unknown) => (value === undefined ? undefined : String(value));

async function confirmed({ session }: Sheet, param: Param<unknown>, offered: boolean): Promise<true | undefined> {
  const prompter = await session.world.prompter(session.lang);
  return (
    (await prompter.confirm(
      `${spoken(param.summary, session.lang)} (${calledInMessages(param)[session.lang]})`,
      offered,
    )) || undefined
  );
}

/** The question for the second and all later values of a list. */
function further(param: Param<unknown>): Param<unknown> {
  const { zh, en } = labelOf(param);
  return { ...param, summary: { zh: `还有${zh}`, en: `another ${en}` } };
}

/** What the form fills in for an item, where the ledger or the calendar has something for it. */
export function offeredFor({ pickers }: Sheet, { param }: Item, given: Given, own: string | undefined) {
  const { offer } = param;
  if (own !== undefined) return own;
  if (offer === undefined || !pickers) return undefined;
  return offer === 'today' ? pickers.place.day : offer(pickers.place, given);
}

/** An answer, or undefined where the user goes back. */
export async function orBack<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GoneBack) return undefined;
    throw error;
  }
}
