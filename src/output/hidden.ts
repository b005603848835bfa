import { hiddenIn, isPersonal, knownWords, MASKS } from '../kernel/hiding.ts';
import { mappedRows } from '../kernel/mapped-rows.ts';
import { isChilds, isSensitive } from '../kernel/sensitive.ts';
import type { Text } from '../kernel/text.ts';
import type { Card, Cell, Column, Known, PeopleOf, Row, Table, View } from '../kernel/view.ts';

/**
 * A view for a reader to whom nothing is revealed: personal columns are masked, and texts hide what is known of the people
 * concerned: what the same row or page masks, and whom the households and cases concern that it names by their codes. Every
 * format draws what this leaves, so that none can show more than another.
 */
export function hidden(view: View, peopleOf: PeopleOf): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(page => hidden(page, peopleOf)) };
  if (view.shape === 'table') return hiddenTable(view, [], peopleOf);
  return view.shape === 'card' ? hiddenCard(view, peopleOf) : view;
}

/** Whether a view has texts beside codes, so that it matters whom the codes concern. */
export function namesRecords(view: View): boolean {
  if (view.shape === 'pages') return view.pages.some(namesRecords);
  if (view.shape !== 'table' && view.shape !== 'card') return false;
  const tables = view.shape === 'card' ? [view, ...(view.tables ?? [])] : [view];
  return tables.some(({ columns }) => columns.some(({ kind }) => kind === 'text'));
}

/**
 * A view in which names are revealed, but nothing of records that say something sensitive: their rows are masked as if nothing
 * were. A page is masked as a whole, with all its tables.
 */
export function hiddenIfSensitive(view: View, peopleOf: PeopleOf, today: string): View {
  if (view.shape === 'pages')
    return { ...view, pages: view.pages.map(page => hiddenIfSensitive(page, peopleOf, today)) };
  if (view.shape === 'card') return sensitiveCardHidden(view, peopleOf, today);
  return view.shape === 'table' && !view.isFile ? sensitiveRowsHidden(view, peopleOf, today) : view;
}

function sensitiveCardHidden(card: Card, peopleOf: PeopleOf, today: string): Card {
  // Rows are looked at first, and then drawn.
  const tables = (card.tables ?? []).map(table => ({ ...table, rows: [...table.rows] }));
  const isHidden =
    saysSensitive(card.columns, card.row, today) ||
    tables.some(({ columns, rows }) => rows.some(row => saysSensitive(columns, row, today)));
  if (!isHidden) return { ...card, tables };
  return { ...hiddenCard({ ...card, tables }, peopleOf), notes: [...(card.notes ?? []), KEPT_HIDDEN] };
}

function sensitiveRowsHidden(table: Table, peopleOf: PeopleOf, today: string): Table {
  const { rows, columns, hides = [], about = [], notes = [] } = table;
  const texts = columns.filter(({ kind }) => kind === 'text' || kind === 'word' || kind === 'id');
  if (texts.length === 0) return table;
  const hide = rowHider(columns, [...hides, ...about.flatMap(peopleOf)], peopleOf);
  const isHidden = (row: Row) => saysSensitive(columns, row, today);
  const isNoted = !Array.isArray(rows) || rows.some(isHidden);
  return {
    ...table,
    rows: mappedRows(rows, row => (isHidden(row) ? hide(row) : row)),
    ...(isNoted ? { notes: [...notes, KEPT_HIDDEN] } : {}),
  };
}

const KEPT_HIDDEN: Text = {
  zh: '涉及健康、不满十四周岁未成年人、家庭暴力的记录仍隐去，确需查看加 --reveal-sensitive 理由',
  en: 'What concerns health, children under 14 or violence in a family stays masked; --reveal-sensitive REASON shows it',
};

function saysSensitive(columns: readonly Column[], row: Row, today: string): boolean {
  return columns.some(({ key, kind }) => {
    const cell = row[key];
    if (kind === 'id') return typeof cell === 'string' && isChilds(cell, today);
    if (kind !== 'text' && kind !== 'word') return false;
    if (typeof cell === 'string') return isSensitive(cell);
    return cell !== null && typeof cell === 'object' && isSensitive(cell.zh);
  });
}

/** A page is one: whom any of its tables masks or names by a code, none of its texts shows. */
function hiddenCard(card: Card, peopleOf: PeopleOf): Card {
  const { columns, row, hides = [] } = card;
  // Rows are looked at first, and then drawn.
  const tables = (card.tables ?? []).map(table => ({ ...table, rows: [...table.rows] }));
  const concerned = (columns: readonly Column[], row: Row) => [
    ...personalCells(columns, row),
    ...codesIn(columns, row).flatMap(peopleOf),
  ];
  const below = tables.flatMap(table => table.rows.flatMap(each => concerned(table.columns, each)));
  const around = [...hides, ...concerned(columns, row), ...below];
  const known = knownWords(around);
  return {
    ...card,
    title: hiddenText(card.title, known),
    row: rowHider(columns, around, peopleOf)(row),
    tables: tables.map(table => hiddenTable(table, around, peopleOf)),
  };
}

function hiddenTable(table: Table, around: Known, peopleOf: PeopleOf): Table {
  // A file that is filled in and imported has examples, which are nobody's.
  if (table.isFile) return table;
  const { rows, columns, hides = [], about = [] } = table;
  const known = [...around, ...hides, ...about.flatMap(peopleOf)];
  const hide = rowHider(columns, known, peopleOf);
  const { title, brief } = table;
  return {
    ...table,
    ...(title ? { title: hiddenText(title, knownWords(known)) } : {}),
    rows: mappedRows(rows, hide),
    ...(brief ? { brief: { ...brief, rows: brief.rows.map(rowHider(brief.columns, known, peopleOf)) } } : {}),
  };
}

/** Hides what rows say of people: those known for every row, and those whom each row masks or names by a code. */
function rowHider(columns: readonly Column[], around: Known, peopleOf: PeopleOf): (row: Row) => Row {
  const personal = columns.filter(({ kind }) => isPersonal(kind));
  const texts = columns.filter(({ kind }) => kind === 'text');
  const codes = texts.length === 0 ? [] : columns.filter(({ kind }) => kind === 'code');
  if (personal.length + texts.length === 0) return row => row;
  const always = knownWords(around);
  // Loops, since this runs for every row of a list, and lists are long.
  const knownIn = (row: Row): Known => {
    const own: string[] = [];
    for (const { key } of personal) addCell(own, row[key]);
    for (const { key } of codes) {
      const cell = row[key];
      if (typeof cell === 'string' && cell !== '') own.push(...peopleOf(cell));
    }
    if (own.length === 0) return always;
    return knownWords(around.length === 0 ? own : [...around, ...own]);
  };
  return row => {
    const known = texts.length === 0 ? always : knownIn(row);
    const shown: Record<string, Cell> = { ...row };
    for (const { key } of texts) shown[key] = hiddenCell(row[key], known);
    for (const { key, kind } of personal) shown[key] = maskedCell(row[key], kind);
    return shown;
  };
}

function addCell(cells: string[], cell: Cell): void {
  if (typeof cell === 'string' && cell !== '') cells.push(cell);
}

const cellsOf = (columns: readonly Column[], row: Row, isWanted: (column: Column) => boolean) =>
  columns.flatMap(column => {
    const cell = isWanted(column) ? row[column.key] : undefined;
    return typeof cell === 'string' && cell !== '' ? [cell] : [];
  });
const personalCells = (columns: readonly Column[], row: Row) => cellsOf(columns, row, ({ kind }) => isPersonal(kind));
const codesIn = (columns: readonly Column[], row: Row) => cellsOf(columns, row, ({ kind }) => kind === 'code');

function hiddenCell(cell: Cell, known: Known): Cell {
  if (typeof cell === 'string') return hiddenIn(cell, known);
  // A word of a closed list says nothing of anybody.
  if (cell === null || typeof cell !== 'object' || 'code' in cell) return cell;
  return hiddenText(cell, known);
}

function hiddenText({ zh, en }: Text, known: Known): Text {
  return { zh: hiddenIn(zh, known), en: hiddenIn(en, known) };
}

function maskedCell(cell: Cell, kind: Column['kind']): Cell {
  if (cell === null || cell === undefined || typeof cell === 'object') return cell;
  return isPersonal(kind) ? MASKS[kind](String(cell)) : cell;
}
