import type { Part, Row, Table } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { widthOf } from './width.ts';
import { wrappedHanging } from './wrap.ts';

/** As many commands as are written out; there are as many more as verbs. */
const WHOLE = 3;
const INDENT = '  ';

/** What can be done: the first commands whole, as they are copied, and the verbs of the others. */
export function stepLines(
  { heading, by }: Extract<Part, { as: 'steps' }>,
  table: Table,
  rows: readonly Row[],
  style: Style,
): string[] {
  const textOf = (row: Row, key: string) => {
    const column = table.columns.find(other => other.key === key);
    return column ? printable(shownCell(row[key], column, style)) : '';
  };
  const named = rows.map(row => ({
    what: textOf(row, heading),
    by: textOf(row, by),
    command: textOf(row, 'command'),
  }));
  const first = named.slice(0, WHOLE);
  const widest = Math.max(...first.map(({ what }) => widthOf(what)));
  const lines = first.map(step => {
    const line = `${INDENT}${step.what}${' '.repeat(widest - widthOf(step.what) + 2)}${step.command}`;
    const whole = step.by === '' ? line : `${line}${style.lang === 'zh' ? `（${step.by}）` : ` (${step.by})`}`;
    return wrappedHanging(widthOf(whole) <= (style.width ?? 100) ? whole : line, style.width);
  });
  const others = named.slice(WHOLE).map(({ what, command }) => withVerb(what, verbOf(command)));
  if (others.length === 0) return lines;
  return [...lines, ...inLines(others, style).map(line => style.paint.dim(line))];
}

/** What is done, with the verb of its command where that is another word. */
const withVerb = (what: string, verb: string) => (what === verb ? verb : `${what} ${verb}`);

/** Verbs after each other, none of them apart from its word. */
function inLines(verbs: readonly string[], { lang, width = 100 }: Style): string[] {
  const [begin, comma, gap] = lang === 'zh' ? ['另可：', '、', ''] : ['Also:', ',', ' '];
  const lines = [INDENT + begin];
  for (const [i, verb] of verbs.entries()) {
    const piece = i < verbs.length - 1 ? verb + comma : verb;
    const line = `${lines.at(-1)}${gap}${piece}`;
    if (widthOf(line) <= width) lines[lines.length - 1] = line;
    else lines.push(...wrappedHanging(INDENT + INDENT + piece, width).split('\n'));
  }
  return lines;
}

/** The verb of `tiaochu dispute mediate 150722100200-2023-4`. */
function verbOf(command: string): string {
  const [, , verb = ''] = command.split(' ');
  return verb;
}
