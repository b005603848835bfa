import { widthOf } from './width.ts';

/** Breaks a text into lines of at most `width` columns, between words where that leaves half a line. */
export function wrapped(text: string, width: number): string {
  return wrappedLines(text, width).join('\n');
}

/** The same as a list of lines; a space may become a break. */
export function wrappedLines(text: string, width: number): string[] {
  return text.split(/\r?\n/).flatMap(line => (widthOf(line) <= width ? [line] : brokenAt(line, width)));
}

/** Printable ASCII, Chinese characters and their punctuation: each is one code unit that takes one or two columns. */
const SIMPLE = /^[\x20-\x7e\u2e80-\u3029\u3030-\u303e\u3041-\u3096\u4e00-\u9fff\uff01-\uff60]*$/;

let graphemes: Intl.Segmenter | undefined;

/** A text character by character, as people see them. */
function charactersOf(line: string): Iterable<string> {
  if (SIMPLE.test(line)) return line;
  // Made when first needed: its dictionary takes some milliseconds to load.
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(line), ({ segment }) => segment);
}

function brokenAt(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const character of charactersOf(line)) {
    const size = widthOf(character);
    if (used + size > width && current !== '') {
      const word = character === ' ' ? '' : wordAtEnd(current, Math.min(width / 2, width - size));
      lines.push(current.slice(0, current.length - word.length));
      current = word;
      used = widthOf(word);
      if (character === ' ') continue;
    }
    current += character;
    used += size;
  }
  return [...lines, current];
}

/** The beginning of a word that is moved to the next line as a whole: it has a space before it, and is not too wide. */
function wordAtEnd(line: string, most: number): string {
  const word = line.slice(line.lastIndexOf(' ') + 1);
  return word.length < line.length && widthOf(word) <= most ? word : '';
}
