import { hiddenIn, isPersonal, knownWords, MASKS } from '../kernel/hiding.ts';
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

function hiddenCard(card: Card, peopleOf: PeopleOf): Card {
  const { columns, row, tables = [], hides = [] } = card;
  const around = [...hides, ...personalCells(columns, row), ...codesIn(columns, row).flatMap(peopleOf)];
  return {
    ...card,
    row: rowHider(columns, around, peopleOf)(row),
    tables: tables.map(table => hiddenTable(table, around, peopleOf)),
  };
}

function hiddenTable(table: Table, around: Known, peopleOf: PeopleOf): Table {
  // A file that is filled in and imported has examples, which are nobody's.
  if (table.isFile) return table;
  const { rows, columns, hides = [], about = [] } = table;
  const everywhere = [...around, ...hides, ...about.flatMap(peopleOf)];
  const hide = rowHider(columns, everywhere, peopleOf);
  const { brief } = table;
  return {
    ...table,
    rows: Array.isArray(rows) ? rows.map(hide) : hiddenRows(rows, hide),
    ...(brief ? { brief: { ...brief, rows: brief.rows.map(rowHider(brief.columns, everywhere, peopleOf)) } } : {}),
  };
}

function* hiddenRows(rows: Iterable<Row>, hide: (row: Row) => Row): Generator<Row> {
  for (const row of rows) yield hide(row);
}

/** Hides what rows say of people: those known for every row, and those whom each row masks or names by a code. */
function rowHider(columns: readonly Column[], around: Known, peopleOf: PeopleOf): (row: Row) => Row {
  const personal = columns.filter(({ kind }) => isPersonal(kind));
  const texts = columns.filter(({ kind }) => kind === 'text');
  if (personal.length + texts.length === 0) return row => row;
  const always = knownWords(around);
  return row => {
    const own = texts.length === 0 ? [] : [...personalCells(columns, row), ...codesIn(columns, row).flatMap(peopleOf)];
    const known = own.length === 0 ? always : knownWords([...around, ...own]);
    const shown: Record<string, Cell> = { ...row };
    for (const { key } of texts) shown[key] = hiddenCell(row[key], known);
    for (const { key, kind } of personal) shown[key] = maskedCell(row[key], kind);
    return shown;
  };
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
  if (cell === null || typeof cell !== 'object') return cell;
  return { zh: hiddenIn(cell.zh, known), en: hiddenIn(cell.en, known) };
}

function maskedCell(cell: Cell, kind: Column['kind']): Cell {
  if (cell === null || cell === undefined || typeof cell === 'object') return cell;
  return isPersonal(kind) ? MASKS[kind](String(cell)) : cell;
}
