import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const ASCII = /^[\x20-\x7e]*$/;

/** The columns of a terminal that a text takes: a Chinese character takes two. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** Breaks a text into lines of at most `width` columns, between characters, losing none. */
export function wrapped(text: string, width: number): string {
  return text
    .split(/\r?\n/)
    .flatMap(line => (widthOf(line) <= width ? [line] : brokenAt(line, width)))
    .join('\n');
}

function brokenAt(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const { segment } of segmenter.segment(line)) {
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
