import { charactersOf, isBlank, piecesOf } from './pieces.ts';
import { widthOf } from './width.ts';

/** Breaks a text into lines of at most `width` columns; words, numbers, codes and commands stay whole where they fit. */
export function wrapped(text: string, width: number): string {
  return wrappedLines(text, width).join('\n');
}

/** The same as a list of lines, of which those after the first may have less room; a space may become a break. */
export function wrappedLines(text: string, width: number, later = width): string[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    const room = i === 0 ? width : later;
    return widthOf(line) <= room ? [line] : brokenAt(line, room, later);
  });
}

/** Breaks each line of a text; what comes after a break is as far to the right as its line, and a little more. */
export function wrappedHanging(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .flatMap(line => {
      if (widthOf(line) <= width) return [line];
      const indent = ' '.repeat(Math.min((/^ */.exec(line)?.[0].length ?? 0) + 2, Math.floor(width / 2)));
      const [first = '', ...more] = brokenAt(line, width, width - indent.length);
      return [first, ...more.map(part => indent + part)];
    })
    .join('\n');
}

/** The same lines, as even as they can be without one more of them: for titles of columns. */
export function evenLines(text: string, width: number): string[] {
  const lines = wrappedLines(text, width);
  if (lines.length === 1) return lines;
  for (let narrow = Math.ceil(widthOf(text) / lines.length); narrow < width; narrow++) {
    const even = wrappedLines(text, narrow);
    if (even.length === lines.length && even.every(line => widthOf(line) <= narrow)) return even;
  }
  return lines;
}

/** The lines of one that is too wide; those after the first may have less room. */
function brokenAt(line: string, width: number, later = width): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const room = () => (lines.length === 0 ? width : later);
  const put = (piece: string) => {
    const size = widthOf(piece);
    if (used + size > room() && current !== '') {
      if (!isBlank(current)) lines.push(current.trimEnd());
      [current, used] = ['', 0];
    }
    if (isBlank(piece) && current === '' && lines.length > 0) return;
    const parts = size > room() && !isBlank(piece) ? partsOf(piece) : [];
    if (parts.length > 1) for (const part of parts) put(part);
    else [current, used] = [current + piece, used + size];
  };
  for (const piece of piecesOf(line)) put(piece);
  return [...lines, current.trimEnd()];
}

/** What is too wide for a line: a command in its options, these in their words, and a word character by character. */
function partsOf(piece: string): readonly string[] {
  for (const between of [/( )(?=--)/, /( +)/]) {
    const parts = piece.split(between);
    if (parts.length > 1) return parts;
  }
  return [...charactersOf(piece)];
}
