import { Failure, misuse } from '../kernel/failure.ts';
import type { Lang } from '../kernel/text.ts';
import { type Settings, settingsOf } from './own-settings.ts';
import { nameOf, type Param, parsed } from './param.ts';
import { say } from './say.ts';
import { todayOf, zoneOf } from './settings.ts';
import type { Call } from './tree.ts';
import { namedDay } from './words/day-words.ts';
import { longTexts } from './words/long-text.ts';
import type { Session, World } from './world.ts';

/**
 * Turns the given words into typed values. What is missing and needed is asked for where both ends are a terminal,
 * and a usage error that names it elsewhere.
 */
export async function answered({ params, given, command: { access } }: Call, session: Session) {
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
      if (access === 'read' && words.trim() === '')
        misuse({ zh: `${nameOf(param)} 不能为空`, en: `${nameOf(param)} must not be empty` });
      input[name] = parsed(param, await meant(param, words));
    } else input[name] = ownValue(param, own) ?? (param.always ? await asked(param, session) : undefined);
  }
  return input;
}

/** What the user has set once for a parameter that was left out. */
function ownValue(param: Param<unknown>, own: Settings): unknown {
  const value = param.mine && own[param.mine];
  return value ? parsed(param, value) : undefined;
}

/** What a word stands for: a day that is named (昨天), a text that is in a file (`@FILE`). */
function meaning(session: Session, isQuiet: boolean): (param: Param<unknown>, word: string) => Promise<string> {
  const { world } = session;
  const textOf = longTexts(session);
  return async ({ term }, word) => {
    if (term.includes('<text>')) return textOf(word);
    const named = term.includes('<day>') ? namedDay(word, todayOf(world, zoneOf(world))) : undefined;
    if (named?.remark && !isQuiet) say(session, 'remark', named.remark);
    return named?.day ?? word;
  };
}

/** Whether both input and output are a terminal. */
export function atTerminal(world: World): boolean {
  return world.stdin.isTTY === true && world.stderr.isTTY;
}

async function asked(param: Param<unknown>, { world, lang }: Session): Promise<unknown> {
  const name = nameOf(param);
  if (!atTerminal(world))
    misuse({ zh: `缺少 ${name}：${param.summary.zh}`, en: `${name} is missing: ${param.summary.en}` });
  const prompter = await world.prompter(lang);
  const question = `${param.summary[lang]} (${name})`;
  if (param.choices) return param.parse(await prompter.choose(question, param.choices));
  return param.parse(await prompter.text(question, answer => complaint(param, answer, lang)));
}

function complaint(param: Param<unknown>, answer: string, lang: Lang): string | undefined {
  if (answer.trim() === '') return lang === 'zh' ? '不能为空' : 'must not be empty';
  try {
    param.parse(answer);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.text[lang];
    throw error;
  }
}
