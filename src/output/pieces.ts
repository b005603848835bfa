import { widthOf } from './width.ts';

/** An option with its value, in either language. */
const OPTION = String.raw`--[a-z\p{Script=Han}][\w\p{Script=Han}-]*(?: [^\s，。；、（）-][^\s，。；、（）]*)?`;
/** What a noun or a verb of a command looks like. */
const WORD = String.raw`(?:[a-z][a-z-]*|\p{Script=Han}{2,5}(?!\p{Script=Han}))`;

/** What stays on one line: each is the first that fits where a text is read from left to right. */
const WHOLE = [
  // A command with its numbers and options, as it is copied.
  String.raw`tiaochu(?: ${WORD}){1,2}(?: (?:${OPTION}|[\w.:/@-]*\d[\w.:/@-]*))*`,
  OPTION,
  // An instant: a day and its time.
  String.raw`\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?`,
  // A number with its unit, and a day in words: 54,000.00元, 2023年11月28日, 78.1 %.
  String.raw`(?:\d[\d.,:-]* ?[年月日号时分秒天户件人次元万行项个岁级周列页%])+`,
  // A word, a number, a code.
  String.raw`[\x21-\x7e\u2019]+`,
].join('|');
const PIECES = new RegExp(`(${WHOLE})|( +)|[^\\x20-\\x7e\\u2019]+`, 'gu');

/** What closes something stays with what is before it, and what opens something with what comes after it. */
const CLOSING = /^[，。、；：！？）」』》】〉〕％…—·,.;:!?)\]}”’]+$/u;
const OPENING = /^[（「『《【〈〔([{“‘]+$/u;

/** Printable ASCII, Chinese characters and their punctuation: each is one code unit that takes one or two columns. */
const SIMPLE = /^[\x20-\x7e\u2e80-\u3029\u3030-\u303e\u3041-\u3096\u4e00-\u9fff\uff01-\uff60]*$/;

let graphemes: Intl.Segmenter | undefined;

/** A text character by character, as people see them. */
export function charactersOf(text: string): Iterable<string> {
  if (SIMPLE.test(text)) return text;
  // Made when first needed: its dictionary takes some milliseconds to load.
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** A line in the pieces between which it may be broken: words, numbers, codes and commands are whole, spaces by themselves. */
export function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let isOpen = false;
  const add = (piece: string) => {
    const isJoined = isOpen || (CLOSING.test(piece) && !isBlank(pieces.at(-1)));
    if (isJoined) pieces.push((pieces.pop() ?? '') + piece);
    else pieces.push(piece);
    isOpen = OPENING.test(piece);
  };
  for (const [text, whole, blank] of line.matchAll(PIECES)) {
    if (whole !== undefined || blank !== undefined) add(text);
    else for (const character of charactersOf(text)) add(character);
  }
  return pieces;
}

export const isBlank = (piece: string | undefined): boolean => piece === undefined || piece.trim() === '';

/** How wide a column must be so that nothing in it that belongs together is broken. */
export function widestPiece(text: string): number {
  let most = 0;
  for (const line of text.split('\n'))
    for (const piece of piecesOf(line)) if (!isBlank(piece)) most = Math.max(most, widthOf(piece));
  return most;
}
