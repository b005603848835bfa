import { hiddenIn, isPersonal, MASKS } from './hiding.ts';
import type { Known } from './view.ts';

/** Something that a record says, in which words are looked for. */
export interface Saying {
  readonly kind: 'name' | 'phone' | 'address' | 'text' | 'code';
  readonly text: string;
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
