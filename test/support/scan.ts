type Kind = 'code' | 'string' | 'comment' | 'pattern';

/** A stretch of a source file: code, a string (without its quotes), a comment or a regular expression. */
export interface Segment {
  readonly kind: Kind;
  readonly text: string;
  /** Where the text begins in the file. */
  readonly at: number;
}

/** After these, a slash begins a regular expression and is no division. */
const BEFORE_PATTERN = /(^|[(,=:[!&|?{};>\n]|\breturn|\bcase)\s*$/;
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`|\$\{|[{}]|\//g;
const PATTERN = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** Splits a file into its segments. It knows quotes, templates, comments and regular expressions, which is all that the tests need. */
export function segmentsOf(text: string): Segment[] {
  const found: Segment[] = [];
  /** How many braces are open in each template expression that we are in. */
  const templates: number[] = [];
  let from = 0;
  const push = (kind: Kind, start: number, end: number) => {
    if (end > start) found.push({ kind, text: text.slice(start, end), at: start });
  };
  const template = (start: number): number => {
    for (let index = start; index < text.length; index++) {
      if (text[index] === '\\') index++;
      else if (text[index] === '`') {
        push('string', start, index);
        return index + 1;
      } else if (text.startsWith('${', index)) {
        push('string', start, index);
        templates.push(0);
        return index + 2;
      }
    }
    return text.length;
  };
  for (TOKEN.lastIndex = 0; ; ) {
    const match = TOKEN.exec(text);
    if (!match) break;
    const [token] = match;
    const { index } = match;
    if (token === '{' || token === '${') {
      if (templates.length > 0) templates[templates.length - 1] = (templates.at(-1) ?? 0) + 1;
      continue;
    }
    if (token === '}' && templates.length > 0 && templates.at(-1) === 0) {
      push('code', from, index);
      templates.pop();
      TOKEN.lastIndex = from = template(index + 1);
    } else if (token === '}') {
      if (templates.length > 0) templates[templates.length - 1] = (templates.at(-1) ?? 1) - 1;
    } else if (token === '`') {
      push('code', from, index);
      TOKEN.lastIndex = from = template(index + 1);
    } else if (token === '/') {
      PATTERN.lastIndex = index;
      const pattern = BEFORE_PATTERN.test(text.slice(Math.max(0, index - 20), index)) && PATTERN.exec(text);
      if (!pattern) continue;
      push('code', from, index);
      push('pattern', index, index + pattern[0].length);
      TOKEN.lastIndex = from = index + pattern[0].length;
    } else {
      push('code', from, index);
      if (token.startsWith('/')) push('comment', index, index + token.length);
      else push('string', index + 1, index + token.length - 1);
      from = index + token.length;
    }
  }
  push('code', from, text.length);
  return found;
}
