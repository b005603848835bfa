import { mappedRows } from '../../kernel/mapped-rows.ts';
import type { Text } from '../../kernel/text.ts';
import type { Card, Cell, Column, Layout, Row, Table, View } from '../../kernel/view.ts';
import { inChinese } from './in-chinese.ts';

/** A view for people who read Chinese: the commands and options that its notes, lines and cells name are in Chinese, too. */
export function viewInChinese(view: View): View {
  switch (view.shape) {
    case 'pages':
      return { ...view, pages: view.pages.map(viewInChinese) };
    case 'table':
      return tableInChinese(view);
    case 'card':
      return cardInChinese(view);
    case 'prose':
      return { ...view, paragraphs: view.paragraphs.map(chineseText), ...notesInChinese(view) };
    case 'lines':
      return { ...view, lines: view.lines.map(chineseText) };
  }
}

function cardInChinese(card: Card): Card {
  const { columns, row, tables = [], layout } = card;
  return {
    ...card,
    row: rowInChinese(columns)(row),
    tables: tables.map(tableInChinese),
    ...(layout ? { layout: layoutInChinese(layout) } : {}),
    ...notesInChinese(card),
  };
}

/** The lines of a page that name commands. */
function layoutInChinese(layout: Layout): Layout {
  const parts = layout.parts.map(part =>
    part.as === 'lines' ? { ...part, lines: part.lines.map(chineseText) } : part,
  );
  return { ...layout, parts };
}

function tableInChinese(table: Table): Table {
  const { brief } = table;
  return {
    ...table,
    ...withCommands(table),
    ...(brief ? { brief: { ...brief, rows: brief.rows.map(rowInChinese(brief.columns)) } } : {}),
    ...notesInChinese(table),
  };
}

function withCommands({ columns, rows }: Table): Partial<Table> {
  if (!columns.some(namesCommands)) return {};
  return { rows: mappedRows(rows, rowInChinese(columns)) };
}

const namesCommands = ({ kind }: Column) => kind === 'command';

function rowInChinese(columns: readonly Column[]): (row: Row) => Row {
  const commands = columns.filter(namesCommands);
  return row => ({ ...row, ...Object.fromEntries(commands.map(({ key }) => [key, chineseCell(row[key])])) });
}

function chineseCell(cell: Cell): Cell {
  if (typeof cell === 'string') return { zh: chineseLine(cell), en: cell };
  return cell !== null && typeof cell === 'object' ? { ...cell, zh: inChinese(cell.zh) } : cell;
}

/** A command line, with the program's name or without. */
function chineseLine(line: string): string {
  return line.startsWith(PROGRAM) ? inChinese(line) : inChinese(`${PROGRAM}${line}`).slice(PROGRAM.length);
}

const PROGRAM = 'tiaochu ';

const chineseText = ({ zh, en }: Text): Text => ({ zh: inChinese(zh), en });

const notesInChinese = ({ notes }: { readonly notes?: readonly Text[] | undefined }) =>
  notes ? { notes: notes.map(chineseText) } : {};
