import { hiddenIn, isPersonal, knownWords, MASKS } from '../kernel/hiding.ts';
import type { Card, Cell, Column, Known, Row, Table, View } from '../kernel/view.ts';

/**
 * A view for a reader to whom nothing is revealed: personal columns are masked, and texts hide what is known of the people
 * concerned. Every format draws what this leaves, so that none can show more than another.
 */
export function hidden(view: View): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(hidden) };
  if (view.shape === 'table') return hiddenTable(view, []);
  return view.shape === 'card' ? hiddenCard(view) : view;
}

function hiddenCard(card: Card): Card {
  const { columns, row, tables = [], hides = [] } = card;
  const own = [...hides, ...personalCells(columns, row)];
  return { ...card, row: rowHider(columns, own)(row), tables: tables.map(table => hiddenTable(table, own)) };
}

function hiddenTable(table: Table, around: Known): Table {
  // A file that is filled in and imported has examples, which are nobody's.
  if (table.isFile) return table;
  const { rows, columns, hides = [] } = table;
  const hide = rowHider(columns, typeof hides === 'function' ? around : [...around, ...hides], hides);
  return { ...table, rows: Array.isArray(rows) ? rows.map(hide) : hiddenRows(rows, hide) };
}

function* hiddenRows(rows: Iterable<Row>, hide: (row: Row) => Row): Generator<Row> {
  for (const row of rows) yield hide(row);
}

/** Hides what a row says of people: `around` for every row, `hides` where it differs from row to row. */
function rowHider(columns: readonly Column[], around: Known, hides?: Table['hides']): (row: Row) => Row {
  const personal = columns.filter(({ kind }) => isPersonal(kind));
  const texts = columns.filter(({ kind }) => kind === 'text');
  if (personal.length + texts.length === 0) return row => row;
  const always = knownWords(around);
  return row => {
    const own = typeof hides === 'function' ? hides(row) : [];
    const cells = personal.map(({ key }) => row[key]);
    const known =
      own.length === 0 && cells.every(cell => typeof cell !== 'string' || cell === '' || always.includes(cell))
        ? always
        : knownWords([...around, ...own, ...cells]);
    const shown: Record<string, Cell> = { ...row };
    for (const { key } of texts) shown[key] = hiddenCell(row[key], known);
    for (const { key, kind } of personal) shown[key] = maskedCell(row[key], kind);
    return shown;
  };
}

const personalCells = (columns: readonly Column[], row: Row) =>
  columns.flatMap(({ key, kind }) => (isPersonal(kind) && typeof row[key] === 'string' ? [row[key]] : []));

function hiddenCell(cell: Cell, known: Known): Cell {
  if (typeof cell === 'string') return hiddenIn(cell, known);
  if (cell === null || typeof cell !== 'object') return cell;
  return { zh: hiddenIn(cell.zh, known), en: hiddenIn(cell.en, known) };
}

function maskedCell(cell: Cell, kind: Column['kind']): Cell {
  if (cell === null || cell === undefined || typeof cell === 'object') return cell;
  return isPersonal(kind) ? MASKS[kind](String(cell)) : cell;
}
