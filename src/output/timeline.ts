import type { Part, Row, Table } from '../kernel/view.ts';
import { shownCell } from './cell.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { wrappedLines } from './wrap.ts';

const INDENT = '  ';
/** Under the day and what was done; in a narrow window only a third of it, which leaves room for words. */
const deeperIn = (width: number) => ' '.repeat(Math.min(14, Math.floor(width / 3)));

/** What happened, in the order in which it was entered: a line for each, and a paragraph where it says more. */
export function timelineOf(
  { line, text }: Extract<Part, { as: 'timeline' }>,
  table: Table,
  rows: readonly Row[],
  style: Style,
): string[] {
  const width = style.width ?? 100;
  const deeper = deeperIn(width);
  const textsOf = (row: Row, keys: readonly string[]) =>
    keys.flatMap(key => {
      const column = table.columns.find(other => other.key === key);
      const said = column ? printable(shownCell(row[key], column, style)) : '';
      return said === '' ? [] : [said];
    });
  return rows.flatMap(row => {
    const [day = '', what = '', ...others] = textsOf(row, line);
    const around = others.join(' · ');
    const head = wrappedLines(
      `${day}  ${what}${around && `  ${around}`}`,
      width - INDENT.length,
      width - deeper.length,
    );
    const paragraphs = textsOf(row, text).flatMap(said => wrappedLines(said, width - deeper.length));
    const [first = '', ...more] = head;
    return [
      INDENT + first.replace(what, style.paint.bold(what)),
      ...more.map(part => deeper + part),
      ...paragraphs.map(part => deeper + part),
    ];
  });
}
