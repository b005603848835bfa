/** The two languages of the program, side by side at the point of use. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A word of a closed list, with the code that the ledger and the options have for it. */
export interface Word extends Text {
  readonly code: string;
}

/** A closed list of words by their codes: wherever one of them is shown, JSON has its code, too. */
export function wordList<const T extends Readonly<Record<string, Text>>>(
  words: T,
): { readonly [K in keyof T]: T[K] & { readonly code: K } } {
  const coded = Object.entries(words).map(([code, word]) => [code, { ...word, code }]);
  return Object.fromEntries(coded) as { [K in keyof T]: T[K] & { code: K } };
}

export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** What a kind of record is called, many and one, and the command that lists it. */
export interface Noun extends Text {
  readonly one: string;
  readonly list?: string;
}

/** An English count with its noun: 1 pair, 2 pairs. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** An English noun with its article: a pair, an agent, a unit. */
export function withArticle(noun: string): string {
  return `${/^(?!uni)[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A text that reads the same in both languages: a code, a name, a number. */
export function untranslated(value: string | number): Text {
  return { zh: String(value), en: String(value) };
}
