import { widthOf } from './width.ts';

/** Breaks a text into lines of at most `width` columns, between words where that leaves half a line; a space may give way to a break. */
export function wrapped(text: string, width: number): string {
  return text
    .split(/\r?\n/)
    .flatMap(line => (widthOf(line) <= width ? [line] : brokenAt(line, width)))
    .join('\n');
}

let graphemes: Intl.Segmenter | undefined;

function brokenAt(line: string, width: number): string[] {
  // Made when first needed: its dictionary takes some milliseconds to load.
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const { segment } of graphemes.segment(line)) {
    const size = widthOf(segment);
    if (used + size > width && current !== '') {
      const word = segment === ' ' ? '' : wordAtEnd(current, Math.min(width / 2, width - size));
      lines.push(current.slice(0, current.length - word.length));
      current = word;
      used = widthOf(word);
      if (segment === ' ') continue;
    }
    current += segment;
    used += size;
  }
  return [...lines, current];
}

/** The beginning of a word that goes to the next line as a whole: it has a space before it, and is not too wide. */
function wordAtEnd(line: string, most: number): string {
  const word = line.slice(line.lastIndexOf(' ') + 1);
  return word.length < line.length && widthOf(word) <= most ? word : '';
}
