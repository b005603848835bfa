import { FILES, textOf } from './source.ts';

export interface LongFunction {
  readonly file: string;
  readonly name: string;
  readonly lines: number;
}

/**
 * The functions of src that are longer than a number of lines. The formatter indents every body, so that a function ends
 * at the first closing line with the indentation of its beginning; no parser is needed.
 */
export function functionsLongerThan(limit: number): LongFunction[] {
  return FILES.flatMap(file => {
    const lines = textOf(file).split('\n');
    return lines.flatMap((line, index) => {
      if (!BEGINS.some(pattern => pattern.test(line)) || /^\s*([*/]|(if|for|while|switch|catch|return)\b)/.test(line))
        return [];
      const length = endOf(lines, index) - index;
      return length > limit ? [{ file, name: nameAt(lines, index), lines: length }] : [];
    });
  });
}

/** A declared function, an arrow whose body goes on after this line, a method. */
const BEGINS = [/\bfunction\b/, /=>\s*(\(?[{[(]?)$/, /^\s+(async )?\*?\w+\(.*\).*\{$/];

function endOf(lines: readonly string[], begin: number): number {
  const indent = indentOf(lines[begin]);
  for (let index = begin + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || indentOf(line) > indent) continue;
    if (indentOf(line) < indent) return index;
    if (!/^\s*[\])}?:.|&]/.test(line)) return index;
    if (/^\s*[\])}].*[;,)\]}]$/.test(line)) return index + 1;
  }
  return lines.length;
}

const indentOf = (line = '') => line.length - line.trimStart().length;

/** The name of the function, or of the nearest thing above it that has one. */
function nameAt(lines: readonly string[], index: number): string {
  for (let above = index; above >= 0; above--) {
    const name = lines[above]?.match(/^(?:export )?(?:async )?(?:function\*?|const) (\w+)/)?.[1];
    if (name) return name;
  }
  return '';
}
