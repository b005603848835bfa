import type { Encoding } from './encoding.ts';

/** A byte that cannot be read: where it is, and how many lines have such bytes. */
export interface BadByte {
  readonly encoding: Encoding;
  readonly line: number;
  readonly column: number;
  readonly lines: number;
}

/** The first bad byte of a text, in the encoding that fits most of its lines. */
export function badByte(bytes: Uint8Array, encodings: readonly Encoding[]): BadByte | undefined {
  const found = encodings.flatMap(encoding => badLines(bytes, encoding) ?? []);
  return found.sort((a, b) => a.lines - b.lines)[0];
}

const LINE_FEED = 0x0a;
const REPLACEMENT = '\ufffd';

function badLines(bytes: Uint8Array, encoding: Encoding): BadByte | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isReadable = (line: Uint8Array) => {
    try {
      decoder.decode(line);
      return true;
    } catch {
      return false;
    }
  };
  let first: BadByte | undefined;
  let lines = 0;
  for (let from = 0, line = 1; from <= bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end < 0 ? bytes.length : end;
    const text = bytes.subarray(from, to);
    if (!isReadable(text)) {
      lines++;
      first ??= { encoding, line, column: columnOf(text, encoding), lines: 0 };
    }
    from = to + 1;
  }
  return first && { ...first, lines };
}

/** The place of the character that could not be read, counted from 1. */
function columnOf(line: Uint8Array, encoding: Encoding): number {
  return [...new TextDecoder(encoding).decode(line)].indexOf(REPLACEMENT) + 1;
}

/** Where the first NUL byte of a file is, counted in characters. */
export function nulPlace(bytes: Uint8Array): { readonly line: number; readonly column: number } | undefined {
  const at = bytes.indexOf(0);
  if (at < 0) return undefined;
  const before = bytes.subarray(0, at);
  const start = before.lastIndexOf(LINE_FEED) + 1;
  let line = 1;
  for (let from = before.indexOf(LINE_FEED); from >= 0; from = before.indexOf(LINE_FEED, from + 1)) line++;
  return { line, column: [...new TextDecoder().decode(before.subarray(start))].length + 1 };
}
