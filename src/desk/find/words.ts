import { misuse } from '../../kernel/failure.ts';
import { hiddenIn, isPersonal, MASKS } from '../../kernel/hiding.ts';
import type { Known } from '../../kernel/view.ts';

/** Two letters or digits at least: a single one is in half of all texts. */
const SHORTEST = 2;
/** How much of a text is shown before and after the word that was found in it. */
const AROUND = 16;

/** What is looked for: words that must all be found. Spaces, commas and 、 part them; a phone may have hyphens in it. */
export function wordsIn(typed: readonly string[]): string[] {
  const words = typed
    .flatMap(text => text.normalize('NFKC').split(/[\s,、，;；]+/))
    .map(word => word.replace(/(?<=\d)-(?=\d{4})/g, ''))
    .filter(word => word !== '');
  const short = words.find(word => [...word].length < SHORTEST);
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

/** Something that a record says, in which words are looked for. */
export interface Saying {
  readonly kind: 'name' | 'phone' | 'address' | 'text' | 'code';
  readonly text: string;
}

/** What of a record is shown: the first of what it says in which a word was found, hidden but for the words. */
export function shownPart(sayings: readonly Saying[], words: readonly string[], known: Known): string {
  const found = sayings.find(({ kind, text }) => kind === 'text' && words.some(word => text.includes(word)));
  return found ? hiddenBut(excerpt(found.text, words), words, known) : '';
}

/** A name, a phone or an address that is masked but for the words that were looked for: who types them has them. */
export function maskedBut({ kind, text }: Saying, words: readonly string[]): string {
  return isPersonal(kind) ? overlaid(text, MASKS[kind](text), words) : text;
}

/** A text in which what is known of people is hidden but for the words that were looked for. */
export function hiddenBut(text: string, words: readonly string[], known: Known): string {
  return overlaid(text, hiddenIn(text, known), words);
}

/** Puts back what was looked for where a mask has hidden it. */
function overlaid(text: string, hidden: string, words: readonly string[]): string {
  const [open, shown] = [[...text], [...hidden]];
  for (const word of words) {
    const length = [...word].length;
    for (let at = 0; at + length <= open.length; at++)
      if (open.slice(at, at + length).join('') === word)
        if (open.length === shown.length) shown.splice(at, length, ...word);
        // A mask that is shorter than what it hides ends before the word: the word follows it.
        else return hidden.includes(word) ? hidden : `${hidden}（${word}）`;
  }
  return shown.join('');
}

/** The part of a text around the first word that was found in it. */
function excerpt(text: string, words: readonly string[]): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  const at = Math.min(...words.map(word => characters.join('').indexOf(word)).filter(place => place >= 0));
  const [from, to] = [Math.max(0, at - AROUND), at + AROUND * 2];
  const part = characters.slice(from, to).join('');
  return `${from > 0 ? '…' : ''}${part}${to < characters.length ? '…' : ''}`;
}
