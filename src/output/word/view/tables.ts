import type { Card, Column, Row, Table, View } from '../../../kernel/view.ts';
import { isFigure } from '../../../kernel/view.ts';
import { shownCell } from '../../cell.ts';
import { leftOut, limited } from '../../limit.ts';
import type { Style } from '../../style.ts';
import { type ParagraphStyle, paragraph } from './paragraphs.ts';
import { fitted, type Lie, type PaperColumn, type PaperTable } from './widths.ts';

/** What is read as a whole and stays in one line. */
const WHOLE: ReadonlySet<string> = new Set([
  'code',
  'day',
  'instant',
  'flag',
  'name',
  'phone',
  'id',
  'integer',
  'rate',
  'money',
  'yuan',
]);
/** The rows that decide how wide the columns are. */
const SAMPLE = 300;

/** A table as it is drawn for people: without the columns that only files have, and those that its headings say. */
function drawn(table: Table) {
  const { rows, columns, ...rest } = { ...table, ...table.brief };
  const inHeadings = new Set(table.groups?.columns);
  return { ...rest, rows, columns: columns.filter(({ inFiles, key }) => !inFiles && !inHeadings.has(key)) };
}

/** The tables of a view, of whatever shape it is. */
export function tablesIn(view: View): readonly Table[] {
  if (view.shape === 'pages') return view.pages.flatMap(tablesIn);
  return view.shape === 'table' ? [view] : view.shape === 'card' ? (view.tables ?? []) : [];
}

/** How a table fits the paper, by its first rows. */
export function lieOf(table: Table, style: Style, ways?: readonly Lie[]): PaperTable {
  const { columns, rows, totals } = drawn(table);
  const sample = [...(Array.isArray(rows) ? rows.slice(0, SAMPLE) : []), ...(totals ? [totals] : [])] as Row[];
  return fitted(
    columns.map(
      (column): PaperColumn => ({
        title: column.title[style.lang],
        isWhole: WHOLE.has(column.kind),
        cells: sample.map(row => shownCell(row[column.key], column, style)),
      }),
    ),
    ways,
  );
}

/** The pieces of a table with its counting rules. */
export function* tableXml(table: Table, style: Style, ways: readonly Lie[]): Generator<string> {
  const { lang } = style;
  const { columns, totals, notes = [], rows } = drawn(table);
  const { widths, size } = lieOf(table, style, ways);
  const cells = (row: Row, bold = false) =>
    columns.map((column, i) => cellXml(row, column, widths[i] ?? 0, style, bold));
  yield beginning(widths, size);
  yield rowXml(
    columns.map((column, i) => cell(widths[i] ?? 0, 'Head', column.title[lang], { isHead: true })),
    true,
  );
  const source = limited(rows, style.limit);
  const heading = groupHeadings(table.groups, widths, lang);
  let count = 0;
  try {
    for (const row of source.shown) {
      count++;
      yield heading(row) + rowXml(cells(row));
    }
    if (count === 0) yield rowXml([cell(sum(widths), 'Centred', NOTHING[lang], { span: columns.length })]);
    if (totals) yield rowXml(cells(totals, true));
    yield '</w:tbl>';
    for (const note of [...leftOut(source.hidden()), ...notes]) yield paragraph('Note', note[lang]);
    // Without a paragraph between them Word joins two tables.
    yield paragraph('Gap', '');
  } finally {
    source.end();
  }
}

const NOTHING = { zh: '（无）', en: '(none)' } as const;
const NAMES = 2600;

/** The values of one record, a row each. */
export function recordXml({ columns, row }: Card, style: Style, room: number): string {
  const widths = [NAMES, room - NAMES];
  const rows = columns.map(column =>
    rowXml([
      cell(NAMES, 'Cell', column.title[style.lang], { isHead: true }),
      cell(room - NAMES, 'Cell', shownCell(row[column.key], column, style)),
    ]),
  );
  return `${beginning(widths, 21)}${rows.join('')}</w:tbl>`;
}

/** What comes before a row that begins a group: its heading over all columns. */
function groupHeadings(groups: Table['groups'], widths: readonly number[], lang: Style['lang']): (row: Row) => string {
  let last: string | undefined;
  return row => {
    const heading = groups?.heading(row)[lang];
    if (heading === undefined || heading === last) return '';
    last = heading;
    return rowXml([cell(sum(widths), 'Cell', heading, { span: widths.length, isBold: true })]);
  };
}

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

function beginning(widths: readonly number[], size: number): string {
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('');
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid${size}"/><w:tblW w:w="${sum(widths)}" w:type="dxa"/>`,
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
  ].join('');
}

/** A row stays on one page; the headings are repeated on each. */
function rowXml(cells: readonly string[], isHead = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

function cellXml(row: Row, column: Column, width: number, style: Style, isBold: boolean): string {
  return cell(width, isFigure(column) ? 'Figure' : 'Cell', shownCell(row[column.key], column, style), { isBold });
}

interface CellLook {
  readonly span?: number;
  readonly isBold?: boolean;
  readonly isHead?: boolean;
}

function cell(
  width: number,
  style: ParagraphStyle,
  text: string,
  { span, isBold = false, isHead = false }: CellLook = {},
) {
  const spans = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`;
  const shade = isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>' : '';
  const look = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}${shade}<w:vAlign w:val="center"/></w:tcPr>`;
  return `<w:tc>${look}${paragraph(style, text, isBold)}</w:tc>`;
}
