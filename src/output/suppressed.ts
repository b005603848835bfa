import { type Hiding, hiddenCounts, type Sum } from '../kernel/small-cells.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import type { Card, Cell, Column, Row, Table, View } from '../kernel/view.ts';

/**
 * A view of statistics in which small counts are hidden, and those from which they could be computed: every format draws what
 * this leaves. Shares and
 * amounts of a row with a hidden count are hidden with it.
 */
export function suppressed(view: View, limit: number): View {
  if (view.shape === 'pages') return { ...view, pages: view.pages.map(page => suppressed(page, limit)) };
  if (view.shape === 'table') return suppressedTable(view, limit);
  if (view.shape === 'prose') return { ...view, paragraphs: [NO_SENTENCES], data: {} };
  return view.shape === 'card' ? suppressedCard(view, limit) : view;
}

/** Sentences name counts that no rule can find in them. */
const NO_SENTENCES: Text = {
  zh: '隐去小数时不写文字说明，见各表',
  en: 'No sentences where small counts are hidden: see the tables',
};

function suppressedTable({ brief: _, ...table }: Table, limit: number): Table {
  const { columns, totals, notes = [] } = table;
  const rows = [...table.rows];
  const all = suppressedRows(columns, totals ? [...rows, totals] : rows, totals !== undefined, limit);
  const shown = totals ? all.slice(0, -1) : all;
  const sum = totals && all.at(-1);
  return {
    ...table,
    rows: shown,
    ...(sum ? { totals: sum } : {}),
    notes: [...notes, noteOn(limit)],
    isSuppressed: true,
  };
}

function suppressedCard(card: Card, limit: number): Card {
  const [row = card.row] = suppressedRows(card.columns, [card.row], false, limit);
  const tables = card.tables?.map(table => suppressedTable(table, limit));
  return { ...card, row, ...(tables ? { tables } : {}), notes: [...(card.notes ?? []), noteOn(limit)] };
}

function suppressedRows(columns: readonly Column[], rows: readonly Row[], hasTotals: boolean, limit: number): Row[] {
  const counted = columns.filter(({ kind }) => kind === 'integer');
  const counts = rows.map(row => counted.map(({ key }) => countOf(row[key])));
  const hidden = hiddenCounts({ rows: counts, hasTotals, sums: sumsIn(counted) }, limit);
  const derived = columns.filter(({ kind }) => kind === 'rate' || kind === 'money' || kind === 'yuan');
  return rows.map((row, at) => {
    const marks = hidden[at] ?? [];
    if (marks.every(mark => mark === undefined)) return row;
    const cells = counted.map(({ key }, i) => [key, shownAs(row[key], marks[i], limit)] as const);
    return { ...row, ...Object.fromEntries(cells), ...Object.fromEntries(derived.map(({ key }) => [key, null])) };
  });
}

/** What adds up among some columns: each is what its parts make, as far as all of them are shown. */
function sumsIn(columns: readonly Column[]): Sum[] {
  const placeOf = (key: string) => columns.findIndex(column => column.key === key);
  return columns.flatMap(({ sumOf }, at) => {
    if (!sumOf) return [];
    const parts: Sum = [
      ...sumOf.plus.map(key => [placeOf(key), 1] as const),
      ...(sumOf.minus ?? []).map(key => [placeOf(key), -1] as const),
    ];
    return parts.every(([place]) => place >= 0) ? [[...parts, [at, -1] as const]] : [];
  });
}

function countOf(cell: Cell): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}

function shownAs(cell: Cell, mark: Hiding | undefined, limit: number): Cell {
  if (mark === undefined) return cell;
  return untranslated(mark === 'small' ? `<${limit}` : '…');
}

function noteOn(limit: number): Text {
  return {
    zh: `1 至 ${limit - 1} 的数写作 <${limit}；… 是为防止据此推算而一并隐去的数，所在行的比率、金额不显示`,
    en: `Counts from 1 to ${limit - 1} are <${limit}; … are counts from which they could be computed, and rates and amounts of such rows are left out`,
  };
}
