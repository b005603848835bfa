import { widthOf } from './width.ts';

/** Breaks a text into lines of at most `width` columns, between characters, losing none. */
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
      lines.push(current);
      current = '';
      used = 0;
    }
    current += segment;
    used += size;
  }
  return [...lines, current];
}
