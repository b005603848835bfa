/** The two languages of the program, side by side at the point of use. */
export interface Text {
  readonly zh: string;
  readonly en: string;
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

/** A text that reads the same in both languages: a code, a name, a number. */
export function untranslated(value: string | number): Text {
  return { zh: String(value), en: String(value) };
}
