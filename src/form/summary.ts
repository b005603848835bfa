import { ALL } from '../cli/asking.ts';
import { labelOf, type Param } from '../cli/param.ts';
import { spoken } from '../cli/words/in-chinese.ts';
import type { Failure } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { shortenedTo } from '../output/shorten.ts';
import { faultsIn } from './fault.ts';
import { filledItems, furtherItems, type Given, type Item } from './items.ts';
import { answer, orBack, type Sheet } from './sheet.ts';

const [SAVE, MORE, CANCEL] = ['save', 'more', 'cancel'] as const;

/** What the last page of a form led to: to save, to give up, or to other words. */
type Reviewed = 'save' | 'cancel' | { readonly given: Given };

/** The last page of a form: everything that was filled in, to be saved, changed, added to or given up; what the rules refuse can be tried again. */
export async function reviewed(sheet: Sheet, given: Given, refused?: Failure): Promise<Reviewed> {
  const { lang, world } = sheet.session;
  const prompter = await world.prompter(lang);
  const filled = filledItems(sheet.call, given);
  const further = furtherItems(sheet.call, given);
  const faulty = refused ? faultsIn(refused, sheet.call.command.params, given) : [];
  const lines = await Promise.all(filled.map(item => lineOf(sheet, item, given)));
  // A key with a digit leads to the line with that place, so the numbered lines come first, and Enter alone saves.
  const choices = [
    ...filled.map(({ name }, i) => ({
      value: name,
      name: `${i + 1} ${lines[i]}${faulty.includes(name) ? FAULTY[lang] : ''}`,
    })),
    { value: SAVE, name: (refused ? TRY_AGAIN : SAVE_IT)[lang] },
    ...(further.length > 0 ? [{ value: MORE, name: furtherText(further, lang) }] : []),
    { value: CANCEL, name: GIVE_UP[lang] },
  ];
  const choice = await prompter.choose(CHECK[lang], choices, SAVE);
  if (choice === SAVE || choice === CANCEL) return choice;
  const changed = await orBack(async () => {
    const item = choice === MORE ? await chosenOf(sheet, further) : filled.find(({ name }) => name === choice);
    return item && answer(sheet, item, given);
  });
  return { given: changed ?? given };
}

/** One of the items that can be filled in; undefined where the user goes back. */
export async function chosenOf(
  { session: { world, lang } }: Sheet,
  items: readonly Item[],
  question = WHICH,
): Promise<Item | undefined> {
  const prompter = await world.prompter(lang);
  const choices = items.map(({ name, param }) => ({ value: name, name: spoken(param.summary, lang) }));
  const chosen = await prompter.choose(question[lang], [...choices, { value: CANCEL, name: BACK[lang] }]);
  return items.find(({ name }) => name === chosen);
}

/** Fits a window of 80 columns with the cursor before it. */
const WIDTH = 70;

async function lineOf(sheet: Sheet, { name, param }: Item, given: Given): Promise<string> {
  const { lang } = sheet.session;
  const values = await Promise.all([given[name]].flat().map(word => shownValue(sheet, param, word)));
  const text = `${labelOf(param)[lang]}${lang === 'zh' ? '：' : ': '}${values.join(lang === 'zh' ? '；' : '; ')}`;
  const [first = '', ...rest] = text.split('\n');
  const more = rest.length > 0 ? LINES[lang](rest.length + 1) : '';
  return `${shortenedTo(WIDTH - more.length * 2, first)}${more}`;
}

const LINES: Readonly<Record<Lang, (count: number) => string>> = {
  zh: count => `（共 ${count} 行）`,
  en: count => ` (${count} lines)`,
};

/** A word with what it means: the name of a choice, what the ledger has for a code. */
async function shownValue({ session, pickers }: Sheet, param: Param<unknown>, word: unknown): Promise<string> {
  if (word === true) return YES[session.lang];
  const text = String(word);
  const choice = param.choices?.find(({ value }) => value === text);
  if (choice) return choice.name[session.lang];
  if (!param.picks || !pickers) return text;
  const choicesFor = pickers.choicesFor(param.picks);
  const found = await (param.areTicked ? choicesFor('', ALL) : choicesFor(text));
  const nameOf = (each: string) => fitted(found.find(({ value }) => value === each)?.name ?? each, each);
  const names = (param.areTicked ? text.split(';') : [text]).map(nameOf);
  return names.join(session.lang === 'zh' ? '、' : ', ');
}

/** Room for what a thing is called beside its question; its code, by which it is known, is not cut. */
const NAME_WIDTH = 52;

function fitted(name: string, code: string): string {
  if (!name.endsWith(`  ${code}`)) return name;
  const called = name.slice(0, -code.length - 2);
  return `${shortenedTo(Math.max(NAME_WIDTH - code.length - 2, 1), called)}  ${code}`;
}

function furtherText(items: readonly Item[], lang: Lang): string {
  const names = items.map(({ param }) => labelOf(param)[lang]);
  const text = lang === 'zh' ? `填写其他项目：${names.join('、')}` : `fill in something else: ${names.join(', ')}`;
  return shortenedTo(WIDTH, text);
}

const YES: Text = { zh: '是', en: 'yes' };
const CHECK: Text = { zh: '请核对（选一项可修改）', en: 'Check this (choose a line to change it)' };
const SAVE_IT: Text = { zh: '保存', en: 'save' };
const FAULTY: Text = { zh: '（请改正）', en: ' (to be corrected)' };
const TRY_AGAIN: Text = { zh: '再试一次', en: 'try again' };
const GIVE_UP: Text = { zh: '放弃，不保存', en: 'give up, save nothing' };
const WHICH: Text = { zh: '填写哪一项？', en: 'Which one?' };
const BACK: Text = { zh: '返回', en: 'back' };
