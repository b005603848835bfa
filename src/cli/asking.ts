import { existsSync } from 'node:fs';
import { Failure } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { ADDED_BY } from './adding.ts';
import { keptValue } from './kept-value.ts';
import { labelOf, type NamedValue, nameOf, type Param } from './param.ts';
import type { Pickers } from './pickers.ts';
import type { Narrowed, Picked } from './picking.ts';
import { todayOf, zoneOf } from './settings.ts';
import { noSuchFile } from './source.ts';
import { spoken } from './words/in-chinese.ts';
import { calledInMessages } from './words/param-name.ts';
import { namedTime } from './words/period-words.ts';
import type { Choice, Prompter, Session } from './world.ts';

/** How one parameter is asked for. */
interface Asking {
  readonly pickers?: Pickers | undefined;
  /** What was answered before, or is likely. */
  readonly offered?: string | undefined;
  /** Whether it may be left out: the answer is then empty. */
  readonly mayBeLeft?: boolean;
  /** Whether the rules have just asked for it: then it is not said that it may be left out. */
  readonly isDemanded?: boolean;
  /** What other answers leave of what it picks. */
  readonly narrowed?: Narrowed | undefined;
  /** What speaks against an answer that can be read: it is then not taken. */
  readonly refusal?: (answer: string) => Promise<Failure | undefined>;
}

/**
 * Asks for one parameter on a terminal, until there is an answer that it can read: the words, as a command line would have
 * them. What the ledger has is searched for while it is typed.
 */
export async function askFor(param: Param<unknown>, session: Session, asking: Asking = {}): Promise<string> {
  const { world, lang } = session;
  const { pickers, offered, mayBeLeft = false, isDemanded = false } = asking;
  const prompter = await world.prompter(lang);
  const isChosen = param.choices || (param.picks && pickers);
  // What is chosen needs no explanation of how it is written.
  const title = isChosen ? labelOf(param) : param.summary;
  const question = `${spoken(title, lang)}${optionIn(param, lang)}${mayBeLeft && !isDemanded ? OPTIONAL[lang] : ''}`;
  if (param.choices) {
    const { within } = asking.narrowed ?? {};
    const choices = param.choices.filter(({ value }) => within?.includes(value) ?? true);
    return prompter.choose(question, withLeft(namedIn(choices, lang), asking, lang), offered);
  }
  if (param.picks && pickers) return picked({ param, question, prompter, pickers, asking, lang });
  return typed(param, session, question, asking);
}

/** The choices, with leaving it out; what the rules have just demanded is not left out by Enter alone. */
function withLeft(choices: readonly Choice[], { mayBeLeft, isDemanded }: Asking, lang: Lang): readonly Choice[] {
  if (!mayBeLeft) return choices;
  const left = { value: '', name: LEFT_OUT[lang] };
  return isDemanded ? [...choices, left] : [left, ...choices];
}

interface Picking {
  readonly param: Param<unknown>;
  readonly question: string;
  readonly prompter: Prompter;
  readonly pickers: Pickers;
  readonly asking: Asking;
  readonly lang: Lang;
}

/** One of what the ledger has, or several that are ticked. */
async function picked({ param, question, prompter, pickers, asking, lang }: Picking): Promise<string> {
  const { offered, mayBeLeft } = asking;
  const { picks, inStatuses, ofLengths } = param;
  const choicesFor = pickers.choicesFor(picks as Picked, { inStatuses, ofLengths, ...asking.narrowed });
  if (!mayBeLeft && (await choicesFor('')).length === 0) nothingToChoose(param);
  if (param.areTicked) return ticked(prompter, question, await choicesFor('', ALL), offered);
  const { recommended } = asking.narrowed ?? {};
  const likely = offered ?? recommended;
  const first = likely === undefined ? [] : (await choicesFor(likely)).filter(({ value }) => value === likely);
  const noted = first.map(choice =>
    choice.value === recommended ? { ...choice, name: `${choice.name}${RECOMMENDED[lang]}` } : choice,
  );
  const search = async (words: string) => {
    const found = await choicesFor(words);
    if (words !== '') return found;
    const others = found.filter(({ value }) => value !== likely);
    // What was chosen before, or is recommended, comes first, so that Enter alone takes it.
    return [...noted, ...withLeft(others, asking, lang)];
  };
  return prompter.search(question, search);
}

/** What is written: the words as the command reads them, so that the last page shows no other ones. */
async function typed(
  param: Param<unknown>,
  { world, lang }: Session,
  question: string,
  asking: Asking,
): Promise<string> {
  const { offered, mayBeLeft, refusal } = asking;
  const prompter = await world.prompter(lang);
  const today = todayOf(world, zoneOf(world));
  // 今天 and 11月28日 are days, too.
  const meant = (answer: string) => {
    const text = keptValue(param, answer);
    return namedTime(param, text, today)?.value ?? text;
  };
  const judge = (answer: string) =>
    mayBeLeft && answer.trim() === '' ? undefined : complaint(param, meant(answer), lang);
  if (hasManyLines(param)) return meant(await prompter.lines(question, judge, offered));
  const refused = async (answer: string) =>
    judge(answer) ?? (answer.trim() === '' ? undefined : refusedText(await refusal?.(meant(answer)), lang));
  return meant(await prompter.text(question, refused, offered));
}

/** A refusal as it stands beside an answer. */
function refusedText(refused: Failure | undefined, lang: Lang): string | undefined {
  if (!refused) return undefined;
  const { text, hint } = refused;
  return [text, ...(hint ? [hint] : [])].map(part => spoken(part, lang)).join(lang === 'zh' ? '；' : '; ');
}

/** A list without a line would be a question without an answer: the command that adds what it would have is named. */
function nothingToChoose(param: Param<unknown>): never {
  const { zh, en } = labelOf(param);
  const adds = param.picks && ADDED_BY[param.picks];
  throw new Failure(
    'not-found',
    { zh: `台账中没有可选的记录：${zh}`, en: `The ledger has nothing to choose from: ${en}` },
    adds === undefined ? undefined : addingHint(adds, param),
  );
}

function addingHint(adds: string, { inStatuses, ofLengths, narrowed, picks }: Param<unknown>): Text {
  const [zh, en] = [`先用 tiaochu ${adds} 登记`, `Add one with tiaochu ${adds} first`];
  // There may be some to which this cannot be done, in another status or of another level.
  if (!inStatuses && !ofLengths && !narrowed) return { zh, en };
  const list = picks === 'unit' ? 'tiaochu unit tree' : `tiaochu ${picks} list`;
  return { zh: `现有的见 ${list}；${zh}`, en: `${list} shows what there is. ${en}` };
}

async function ticked(prompter: Prompter, question: string, choices: readonly Choice[], offered = ''): Promise<string> {
  const chosen = await prompter.chooseMany(question, choices, offered.split(';'));
  return chosen.join(';');
}

/** The option that an answer stands for, so that it can be written the next time. */
function optionIn(param: Param<unknown>, lang: Lang): string {
  return param.kind === 'argument' ? '' : ` (${calledInMessages(param)[lang]})`;
}

/** The values of a closed list as a person reads them. */
function namedIn(values: readonly NamedValue[], lang: Lang): Choice[] {
  return values.map(({ value, name }) => ({ value, name: lang === 'zh' ? name.zh : `${value} ${name.zh}` }));
}

function complaint(param: Param<unknown>, answer: string, lang: Lang): string | undefined {
  if (answer.trim() === '') return EMPTY[lang];
  if (readsFile(param) && answer !== '-' && !existsSync(answer)) return noSuchFile(answer)[lang];
  try {
    param.parse(answer);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.text[lang];
    throw error;
  }
}

/** Files that a command reads are its arguments; those that it writes are options. */
const readsFile = ({ kind, term }: Param<unknown>) => kind === 'argument' && term.includes('<file');

const EMPTY: Text = { zh: '不能为空', en: 'must not be empty' };
const OPTIONAL: Text = { zh: '（可不填）', en: ' (may be left out)' };
const RECOMMENDED: Text = { zh: '（推荐）', en: ' (recommended)' };
const LEFT_OUT: Text = { zh: '（不填）', en: '(leave it out)' };

/** More than any list has that is ticked. */
export const ALL = 1000;

/** Texts that tell something, which people write in several lines or paste; other texts (a place, a reason) are one line. */
const TOLD: ReadonlySet<string> = new Set([
  ...['--diary', '--record', '--facts', '--content', '--issues', '--answer', '--reply', '--analysis', '--decision'],
  ...['--demand', '--opinion', '--summary', '--text', '--remark'],
  ...['--family', '--difficulties', '--requests', '--thoughts', '--follow-up'],
]);

const hasManyLines = (param: Param<unknown>) => param.term.endsWith('<text>') && TOLD.has(nameOf(param));
