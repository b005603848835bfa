/** The two languages of the program, side by side at the point of use. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A text that reads the same in both languages: a code, a name, a number. */
export function same(value: string | number): Text {
  return { zh: String(value), en: String(value) };
}
