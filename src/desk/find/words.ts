import { misuse } from '../../kernel/failure.ts';
import { hiddenBut, type Saying } from '../../kernel/hidden-but.ts';
import type { Known } from '../../kernel/view.ts';
import { withCodeEnds } from '../../picking/group-and-number.ts';

/** Two letters or digits at least: a single one is in half of all texts. */
const SHORTEST = 2;
/** Beside such a word a single character narrows: a surname. A digit would uncover the numbers that it is in. */
const NARROWS = /^\p{Script=Han}$/u;
/** How much of a text is shown before and after the word that was found in it. */
const AROUND = 16;

/** What is looked for: words that must all be found. Spaces, commas and 、 part them; a phone may have hyphens in it. */
export function wordsIn(typed: readonly string[]): string[] {
  const words = typed
    .flatMap(text => householdEnds(text.normalize('NFKC')).split(/[\s,、，;；]+/))
    .map(word => word.replace(/(?<=\d)-(?=\d{4})/g, ''))
    .filter(word => word !== '');
  const isLong = (word: string) => [...word].length >= SHORTEST;
  const short = words.find(word => !isLong(word) && !(NARROWS.test(word) && words.some(isLong)));
  if (words.length === 0) misuse({ zh: '没有写要查找的词', en: 'There is no word to look for' });
  if (short !== undefined)
    misuse(
      { zh: `「${short}」太短，至少两个字`, en: `"${short}" is too short; two characters at least` },
      {
        zh: '只知道姓时，再加上名字里的一个字或电话的后几位',
        en: 'With a surname alone, add a part of the name or phone',
      },
    );
  return words;
}

/** A household by its place (尼尔基村1组3号) is found by the end of its code; 2-15 may be anything. */
const householdEnds = (text: string) => (/组 *\d+号/.test(text) ? withCodeEnds(text) : text);

/** What of a record is shown: the first of what it says in which a word was found, hidden but for the words. */
export function shownPart(sayings: readonly Saying[], words: readonly string[], known: Known): string {
  const found = sayings.find(({ kind, text }) => kind === 'text' && words.some(word => text.includes(word)));
  if (!found) return '';
  // Hidden as a whole, then cut: a part of a number is not like a number.
  return excerpt(hiddenBut(found.text.replace(/\s+/g, ' '), words, known), words);
}

/** The part of a text around the first word that was found in it. */
function excerpt(text: string, words: readonly string[]): string {
  const characters = [...text];
  const at = Math.min(...words.map(word => characters.join('').indexOf(word)).filter(place => place >= 0));
  const [from, to] = [Math.max(0, at - AROUND), at + AROUND * 2];
  const part = characters.slice(from, to).join('');
  return `${from > 0 ? '…' : ''}${part}${to < characters.length ? '…' : ''}`;
}
