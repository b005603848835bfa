import { type Problem, problem } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';

/** The code that a word means, and whether it was found by a name; or why it means none for certain. */
export type Found = { readonly code: string; readonly byName: boolean } | Problem;

/** A cell: its column and what is written there. */
export interface Word {
  readonly column: string;
  readonly word: string;
}

/** How many candidates a refusal names. */
const MOST_NAMED = 5;

/** Whom or what a name means must be certain: the only candidate, or a refusal that names the candidates by their codes. */
export function certain(
  candidates: readonly { readonly code: string }[],
  { column, word }: Word,
  none: Text,
  several: (codes: readonly string[]) => Text = severalText,
): Found {
  const [only] = candidates;
  if (only && candidates.length === 1) return { code: only.code, byName: true };
  if (!only) return problem(column, word, none);
  const codes = candidates.map(({ code }) => code);
  return { ...problem(column, word, several(codes)), summary: SEVERAL, candidates: codes };
}

const SEVERAL: Text = { zh: '名字不止一个，请写编号', en: 'is the name of several; write the code' };

/** The refusal of a name that several have. */
export function severalText(codes: readonly string[]): Text {
  const { zh, en } = namedCodes(codes);
  return {
    zh: `有 ${codes.length} 个同名的，请写编号：${zh}`,
    en: `is the name of ${codes.length}; write the code: ${en}`,
  };
}

/** Codes as a refusal lists them. */
export function namedCodes(codes: readonly string[]): Text {
  const named = codes.slice(0, MOST_NAMED);
  const more = codes.length > MOST_NAMED ? ' …' : '';
  return { zh: `${named.join('、')}${more}`, en: `${named.join(', ')}${more}` };
}
