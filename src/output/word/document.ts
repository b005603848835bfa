import type { Align, Block, Grid, GridCell, GridRow, Sheet, Size } from '../paper/sheet.ts';
import { escaped, XML } from '../xlsx/xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Lengths are in twentieths of a point, which Word calls twips. */
const MM = 56.7;

/** The paper, and its margins: the left one is where papers are bound. */
const PAPER: Readonly<
  Record<Size, { width: number; height: number; margins: readonly [number, number, number, number] }>
> = {
  A4: { width: 210, height: 297, margins: [22, 22, 18, 26] },
  A5: { width: 148, height: 210, margins: [14, 14, 12, 16] },
};

const twips = (mm: number): number => Math.round(mm * MM);

/** The width of what is printed, in millimetres. */
function printedWidth(size: Size): number {
  const { width, margins } = PAPER[size];
  return width - margins[1] - margins[3];
}

/** The main part of a Word file. */
export function documentXml({ size = 'A4', blocks }: Sheet): string {
  const body = blocks.map(block => blockXml(block, size)).join('');
  return `${XML}<w:document xmlns:w="${MAIN}"><w:body>${body}${sectionXml(size)}</w:body></w:document>`;
}

function sectionXml(size: Size): string {
  const { width, height, margins } = PAPER[size];
  const [top, right, bottom, left] = margins.map(twips);
  return [
    `<w:sectPr><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/>`,
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="567" w:footer="567" w:gutter="0"/>`,
    '</w:sectPr>',
  ].join('');
}

function blockXml(block: Block, size: Size): string {
  switch (block.shape) {
    case 'title':
      return paragraphXml(block.text, { style: 'Title', newPage: block.newPage === true });
    case 'line':
      return linesOf(block.text)
        .map(text => paragraphXml(text, { align: block.align }))
        .join('');
    case 'paragraph':
      return linesOf(block.text)
        .map(text => paragraphXml(text, { style: block.isHeading ? 'Heading1' : 'Text' }))
        .join('');
    case 'grid':
      return gridXml(block, size);
    case 'each':
      return [
        paragraphXml(`{#${block.list}}`, {}),
        ...block.blocks.map(inner => blockXml(inner, size)),
        paragraphXml(`{/${block.list}}`, {}),
      ].join('');
  }
}

const linesOf = (text: string): string[] => text.split('\n');

interface Look {
  readonly style?: string;
  readonly align?: Align | undefined;
  readonly newPage?: boolean;
  readonly staysWithNext?: boolean;
}

/** How all cells of a table are set. */
interface Kind {
  readonly isDense: boolean;
  readonly isWhole: boolean;
}

function paragraphXml(text: string, { style, align, newPage = false, staysWithNext = false }: Look): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    staysWithNext ? '<w:keepNext/>' : '',
    newPage ? '<w:pageBreakBefore/>' : '',
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
  ].join('');
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run}</w:p>`;
}

function gridXml({ columns, rows, isDense = false, isWhole = false }: Grid, size: Size): string {
  const whole = columns.reduce((sum, share) => sum + share, 0);
  const widths = columns.map(share => Math.round((twips(printedWidth(size)) * share) / whole));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows.flatMap(repeated).map(row => rowXml(row, widths, { isDense, isWhole })),
    '</w:tbl>',
    // Without a paragraph between them Word joins two tables.
    paragraphXml('', { style: 'Gap' }),
  ].join('');
}

function rowXml({ cells, height, isHead = false }: GridRow, widths: readonly number[], kind: Kind): string {
  const properties = [
    // Only what has room to be written in goes on on the next page.
    height === undefined ? '<w:cantSplit/>' : `<w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>`,
    isHead ? '<w:tblHeader/>' : '',
  ].join('');
  let at = 0;
  const drawn = cells.map(cell => {
    const { span = 1 } = cell;
    const width = widths.slice(at, at + span).reduce((sum, own) => sum + own, 0);
    at += span;
    return cellXml(cell, width, kind);
  });
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${drawn.join('')}</w:tr>`;
}

/** Rows that are drawn for each item of a list begin and end with the list's tags. */
function repeated(row: GridRow): GridRow[] {
  const { each, more = [] } = row;
  if (each === undefined) return [row];
  const rows = [row, ...more];
  return rows.map((own, i) => {
    const opened = i === 0 ? changedCell(own, 0, text => `{#${each}}${text}`) : own;
    return i === rows.length - 1 ? changedCell(opened, own.cells.length - 1, text => `${text}{/${each}}`) : opened;
  });
}

function changedCell(row: GridRow, place: number, change: (text: string) => string): GridRow {
  return { ...row, cells: row.cells.map((own, i) => (i === place ? { ...own, text: change(own.text) } : own)) };
}

function cellXml(
  { text, span = 1, isLabel = false, isAtTop = false, align }: GridCell,
  width: number,
  { isDense, isWhole }: Kind,
): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    `<w:vAlign w:val="${isAtTop ? 'top' : 'center'}"/>`,
  ].join('');
  const look = { style: `${isDense ? 'Small' : ''}${isLabel ? 'Label' : 'Cell'}`, align, staysWithNext: isWhole };
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${linesOf(text)
    .map(words => paragraphXml(words, look))
    .join('')}</w:tc>`;
}
