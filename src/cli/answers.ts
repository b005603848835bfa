import { cleanedLine } from '../kernel/clean.ts';
import { misuse } from '../kernel/failure.ts';
import { askFor } from './asking.ts';
import { atTerminal } from './at-terminal.ts';
import { type Settings, settingsOf } from './own-settings.ts';
import { type Param, type Params, parsed } from './param.ts';
import type { Pickers } from './pickers.ts';
import { say } from './say.ts';
import { todayOf, zoneOf } from './settings.ts';
import type { Call } from './tree.ts';
import { longTexts } from './words/long-text.ts';
import { calledInMessages } from './words/param-name.ts';
import { namedTime } from './words/period-words.ts';
import type { Session } from './world.ts';

/**
 * Turns the given words into typed values. What is missing and needed is asked for where both ends are a terminal, once
 * the ledger has said what the given values name; elsewhere it is a usage error that names it.
 */
export async function answered(
  call: Call,
  session: Session,
  open: (input: Input) => Promise<Pickers | undefined>,
): Promise<Answered> {
  const input = await givenValues(call, session);
  const given: Record<string, unknown> = { ...call.given };
  const missing = Object.entries(call.params).filter(([name, { always }]) => always && input[name] === undefined);
  const [first] = missing;
  if (first) demandTerminal(first[1], session);
  else if (!atTerminal(session.world) || !namesAnything(call.params, input)) return { input, given };
  const pickers = await open(input);
  try {
    const settled: Record<string, unknown> = { ...input, ...(await pickers?.settled(call.params, input)) };
    Object.assign(given, chosen(call, input, settled));
    for (const [name, param] of missing) {
      given[name] = await askFor(param, session, { pickers });
      settled[name] = param.parse(String(given[name]));
    }
    return { input: settled, given, isAsked: missing.length > 0 };
  } finally {
    pickers?.close();
  }
}

/** The values of a command line, and its words with those that were asked for. */
interface Answered {
  readonly input: Input;
  readonly given: Call['given'];
  readonly isAsked?: boolean;
}

/** The words of a command line once the ledger knows what they name, before a form asks for the rest. */
export async function settledWords(
  call: Call,
  session: Session,
  open: (input: Input) => Promise<Pickers | undefined>,
): Promise<Call['given']> {
  const input = await givenValues(call, session);
  if (!namesAnything(call.params, input)) return call.given;
  const pickers = await open(input);
  try {
    return { ...call.given, ...chosen(call, input, (await pickers?.settled(call.params, input)) ?? input) };
  } finally {
    pickers?.close();
  }
}

/** What was picked in the place of given words that mean several. */
function chosen({ given }: Call, before: Input, after: Input): Input {
  const names = Object.keys(given).filter(name => typeof after[name] === 'string' && after[name] !== before[name]);
  return Object.fromEntries(names.filter(name => given[name] !== undefined).map(name => [name, after[name]]));
}

const namesAnything = (params: Params, input: Input) =>
  Object.entries(params).some(([name, { picks }]) => picks !== undefined && input[name] !== undefined);

type Input = Readonly<Record<string, unknown>>;

/** The values that the command line gives, and the user's own where it gives none. */
async function givenValues({ params, given, command: { access } }: Call, session: Session): Promise<Input> {
  const input: Record<string, unknown> = {};
  const meant = meaning(session, given.quiet === true);
  const own = settingsOf(session.world);
  for (const [name, param] of Object.entries(params)) {
    const words = given[name];
    if (param.kind === 'flag') input[name] = words === true;
    else if (param.many && Array.isArray(words) && words.length > 0)
      input[name] = words.flatMap(word => parsed(param, String(word)) as unknown[]);
    else if (typeof words === 'string') {
      // A filter that is empty (an unset variable of a script) must not mean all rows.
      if (access === 'read' && cleanedLine(words).trim() === '') refuseEmpty(param);
      input[name] = parsed(param, await meant(param, words));
    } else input[name] = ownValue(param, own);
  }
  return input;
}

/** What the user has set once for a parameter that was left out. */
function ownValue(param: Param<unknown>, own: Settings): unknown {
  const value = param.mine && own[param.mine];
  return value ? parsed(param, value) : undefined;
}

/** What a word stands for: a day or a period that is named (昨天, 12月), a text that is in a file (`@FILE`). */
function meaning(session: Session, isQuiet: boolean): (param: Param<unknown>, word: string) => Promise<string> {
  const { world } = session;
  const textOf = longTexts(session);
  return async (param, word) => {
    if (param.term.includes('<text>')) return textOf(word);
    const named = namedTime(param, word, todayOf(world, zoneOf(world)));
    if (named?.remark && !isQuiet) say(session, 'remark', named.remark);
    return named?.value ?? word;
  };
}

function demandTerminal(param: Param<unknown>, { world }: Session): void {
  const { zh, en } = calledInMessages(param);
  if (!atTerminal(world))
    misuse({ zh: `缺少 ${zh}：${param.summary.zh}`, en: `${en} is missing: ${param.summary.en}` });
}

function refuseEmpty(param: Param<unknown>): never {
  const { zh, en } = calledInMessages(param);
  return misuse({ zh: `${zh} 不能为空`, en: `${en} must not be empty` });
}
