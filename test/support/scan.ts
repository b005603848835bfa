type Kind = 'code' | 'string' | 'comment' | 'pattern';

/** A stretch of a source file: code, a string without its quotes (a template's parts one by one), a comment, a regular expression. */
export interface Segment {
  readonly kind: Kind;
  readonly text: string;
  /** Where the text begins in the file. */
  readonly at: number;
}

interface Scan {
  readonly text: string;
  readonly found: Segment[];
  /** Where the code begins that is not among the segments yet. */
  from: number;
  /** For each template expression around this place, how many braces are open in it. */
  readonly open: number[];
}

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[`{}/]/g;
const PATTERN = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** After these, a slash begins a regular expression; elsewhere it divides. */
const BEFORE_PATTERN = /(^|[(,=:[!&|?{};>\n]|\breturn|\bcase)\s*$/;
/** As much of the code before a slash as the pattern above looks at. */
const LOOK_BACK = 20;

/** Splits a file into segments. It knows quotes, templates, comments and regular expressions, which is all that the tests need. */
export function segmentsOf(text: string): Segment[] {
  const scan: Scan = { text, found: [], from: 0, open: [] };
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match; match = token.exec(text))
    token.lastIndex = after(scan, match[0], match.index);
  add(scan, 'code', scan.from, text.length);
  return scan.found;
}

/** Takes a token in and returns where the scan goes on. */
function after(scan: Scan, token: string, at: number): number {
  const end = at + token.length;
  const innermost = scan.open.length - 1;
  switch (token) {
    case '{':
      if (innermost >= 0) scan.open[innermost] = (scan.open[innermost] ?? 0) + 1;
      return end;
    case '}':
      if (scan.open[innermost] === 0) {
        scan.open.pop();
        return template(scan, at);
      }
      if (innermost >= 0) scan.open[innermost] = (scan.open[innermost] ?? 1) - 1;
      return end;
    case '`':
      return template(scan, at);
    case '/':
      return pattern(scan, at);
    default:
      return token.startsWith('/') ? cut(scan, 'comment', at, end) : cut(scan, 'string', at, end, 1);
  }
}

/** The part of a template that begins after a backtick or a closing brace, up to the next expression or the end. */
function template(scan: Scan, at: number): number {
  for (let index = at + 1; index < scan.text.length; index++) {
    if (scan.text[index] === '\\') index++;
    else if (scan.text[index] === '`') return cut(scan, 'string', at, index + 1, 1);
    else if (scan.text.startsWith('${', index)) {
      scan.open.push(0);
      add(scan, 'code', scan.from, at);
      add(scan, 'string', at + 1, index);
      scan.from = index + 2;
      return scan.from;
    }
  }
  return scan.text.length;
}

function pattern(scan: Scan, at: number): number {
  PATTERN.lastIndex = at;
  const begins = BEFORE_PATTERN.test(scan.text.slice(Math.max(0, at - LOOK_BACK), at));
  const match = begins ? PATTERN.exec(scan.text) : null;
  return match ? cut(scan, 'pattern', at, at + match[0].length) : at + 1;
}

/** Adds the code before a segment and the segment, without its quotes. */
function cut(scan: Scan, kind: Kind, at: number, end: number, quotes = 0): number {
  add(scan, 'code', scan.from, at);
  add(scan, kind, at + quotes, end - quotes);
  scan.from = end;
  return end;
}

function add({ text, found }: Scan, kind: Kind, at: number, end: number): void {
  if (end > at) found.push({ kind, text: text.slice(at, end), at });
}
