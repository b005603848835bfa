import { eastAsianWidth } from 'get-east-asian-width';

const ASCII = /^[\x20-\x7e]*$/;
/** Joiners, variation selectors and combining marks take no column of their own. */
const ZERO: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** The columns of a terminal that a text takes: a Chinese character takes two. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (!ZERO.some(([first, last]) => first <= code && code <= last)) width += eastAsianWidth(code);
  }
  return width;
}
