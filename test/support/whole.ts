import type { Card, Column, Row, Table, View } from '../../src/kernel/view.ts';
import { shownCell } from '../../src/output/cell.ts';
import { isWrapped } from '../../src/output/measure.ts';
import { printable } from '../../src/output/printable.ts';
import type { Style } from '../../src/output/style.ts';
import { widthOf } from '../../src/output/width.ts';

/** As many rows of a list as are looked at. */
const ROWS = 60;

/** What a block or a table has beside a text. */
const MARGINS = 12;

/** A view whose rows can be drawn more than once, and are no more than somebody looks at. */
export function drawable(view: View): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(drawable) };
  if (view.shape === 'table') return { ...view, rows: firstRows(view.rows) };
  return view;
}

function firstRows(rows: Iterable<Row>): Row[] {
  const first: Row[] = [];
  for (const row of rows) {
    if (first.length === ROWS) break;
    first.push(row);
  }
  return first;
}

/** What is wrong with a screen: lines that are too wide, and what of its view is broken over lines. */
export function brokenOn(screen: string, view: View, style: Style): string[] {
  const lines = screen.split('\n');
  const wide = lines.filter(line => widthOf(line) > (style.width ?? 0)).map(line => `too wide: ${line}`);
  // A command that no line can hold is broken between its words.
  const isShown = (text: string) =>
    widthOf(text) > (style.width ?? 0) - MARGINS
      ? text.split(' ').every(word => screen.includes(word))
      : screen.includes(text);
  return [
    ...wide,
    ...wantedIn(view, style)
      .filter(({ text, isLeftOut }) => !isShown(text) && !isLeftOut(lines))
      .map(({ text, of }) => `broken: ${text} (${of})`),
  ];
}

/** A text that is to be whole on a screen, unless its column is left out and said to be so. */
interface Wanted {
  readonly text: string;
  readonly of: string;
  isLeftOut(lines: readonly string[]): boolean;
}

function wantedIn(view: View, style: Style): Wanted[] {
  if (view.shape === 'pages') return view.pages.flatMap(page => wantedIn(page, style));
  if (view.shape === 'table') return inTable({ ...view, ...view.brief }, style);
  if (view.shape === 'lines') return view.lines.flatMap(line => always(wholesIn(line[style.lang]), 'line'));
  if (view.shape === 'prose') return view.paragraphs.flatMap(text => always(wholesIn(text[style.lang]), 'paragraph'));
  const tables = (view.tables ?? []).map(table => drawnPart(view, table, style));
  return [...inRow(view.columns, view.row, style), ...tables.flatMap(table => inTable(table, style))];
}

/** What a page with a layout draws of a table: some of its columns, and of commands the first. */
function drawnPart({ layout }: Card, table: Table, style: Style): Table {
  const part = layout?.parts.find(one => 'table' in one && one.table === table.key);
  const rows = [...table.rows];
  if (part?.as === 'list')
    return {
      ...table,
      columns: part.columns,
      rows: rows.flatMap(row => (part.row ? (part.row(row, style.made.today) ?? []) : [row]) as Row[]),
    };
  if (part?.as === 'steps')
    return { ...table, columns: table.columns.filter(({ key }) => key === 'command'), rows: rows.slice(0, 3) };
  if (part?.as !== 'timeline') return table;
  return { ...table, columns: table.columns.filter(({ key }) => [...part.line, ...part.text].includes(key)) };
}

function inTable({ columns, rows, notes = [], groups }: Table, style: Style): Wanted[] {
  const drawn = columns.filter(({ key, inFiles }) => !inFiles && !groups?.columns.includes(key));
  const said = notes.flatMap(note => always(wholesIn(note[style.lang]), 'note'));
  const shown = firstRows(rows).slice(0, style.limit);
  return [...shown.flatMap(row => inRow(drawn, row, style)), ...said];
}

function inRow(columns: readonly Column[], row: Row, style: Style): Wanted[] {
  return columns.flatMap(column => {
    const cell = printable(shownCell(row[column.key], column, style));
    const isLeftOut = (lines: readonly string[]) =>
      column.detail === true || columns.some(({ key }) => column.key === `${key}_code`)
        ? saysLeftOut(lines, column.title[style.lang])
        : false;
    return (isWrapped(column) ? wholesIn(cell) : [cell]).map(text => ({ text, of: column.key, isLeftOut }));
  });
}

const always = (texts: readonly string[], of: string): Wanted[] =>
  texts.map(text => ({ text, of, isLeftOut: () => false }));

/** Whether a note under a table names a column among those for which there is no room. */
function saysLeftOut(lines: readonly string[], title: string): boolean {
  return (
    lines
      .join('')
      .replaceAll(' ', '')
      .match(/另有\d+列没有显示（[^）]*.*?）：|\d+morecolumnsdonotfit.*?\):/g)
      ?.some(said => said.includes(title.replaceAll(' ', ''))) ?? false
  );
}

/** Numbers, days, codes and commands in a text. */
function wholesIn(text: string): string[] {
  return text.match(/[\w.,:/@-]*\d[\w.,:/@-]*\d|tiaochu [a-z-]+(?: [a-z-]+)?|--[a-z-]+/g) ?? [];
}
