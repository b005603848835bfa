import type { Choice } from '../cli/world.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { Cell, Row, View } from '../kernel/view.ts';
import { type Guide, orBack } from './guide.ts';
import { onward } from './onward.ts';

/** Looks for words, and opens what was found, one after the other. */
export async function search(guide: Guide): Promise<void> {
  const { prompter, go, choose, session } = guide;
  const { lang } = session;
  const typed = await orBack(() =>
    prompter.text(WORDS[lang], answer => (answer.trim() === '' ? EMPTY[lang] : undefined)),
  );
  if (typed === undefined) return;
  let found: readonly Row[] = [];
  await go(['find', ...typed.trim().split(/\s+/)], ({ view }) => {
    found = rowsOf(view);
  });
  if (found.length === 0) return;
  const choices = found.map((row, i) => choiceOf(row, i, lang));
  for (;;) {
    const chosen = await choose(OPEN, choices, BACK_TO_MENU);
    if (chosen === undefined) return;
    const words = commandOf(found[Number(chosen)]);
    await onward(guide, words);
  }
}

const rowsOf = (view: View): readonly Row[] => (view.shape === 'table' ? [...view.rows] : []);

/** A line that was found, as it is hidden in the result. */
function choiceOf({ kind, code, who, about }: Row, i: number, lang: Lang): Choice {
  const parts = [textOf(kind, lang), textOf(code, lang), textOf(who, lang), textOf(about, lang)];
  return { value: String(i), name: parts.filter(text => text !== '').join('  ') };
}

function textOf(cell: Cell, lang: Lang): string {
  if (cell !== null && typeof cell === 'object') return cell[lang];
  return String(cell ?? '');
}

/** The words of the command that shows it. */
function commandOf(row: Row | undefined): string[] {
  const [, ...words] = String(row?.command ?? '').split(' ');
  return words;
}

const WORDS: Text = {
  zh: '查什么？写姓名、电话、地址、案由里的几个字（几个词用空格隔开）',
  en: 'What is looked for? Parts of names, phones, addresses, titles; words parted by spaces',
};
const EMPTY: Text = { zh: '请写要查找的词', en: 'write a word to look for' };
const OPEN: Text = { zh: '打开哪一条？', en: 'Which one is to be opened?' };
const BACK_TO_MENU: Text = { zh: '返回', en: 'back' };
