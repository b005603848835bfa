import { grouped } from './money.ts';
import type { Text } from './text.ts';

/** The most characters of each kind of text. What is longer was pasted in the wrong place, or belongs in a document. */
export const LONGEST = { code: 64, name: 100, title: 200, text: 4_000 } as const;

/** What is wrong with a text that is longer than its kind may be. Texts stored before there was a limit stay as they are. */
export function lengthProblem(text: string, most: number): Text | undefined {
  if (text.length <= most) return undefined;
  return { zh: `超过 ${grouped(most)} 个字`, en: `is longer than ${grouped(most)} characters` };
}
