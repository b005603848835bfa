import type { Lang } from '../../kernel/text.ts';
import { escaped, XML } from './xml.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PAGE_NUMBER = { zh: '第 &amp;P 页，共 &amp;N 页', en: 'Page &amp;P of &amp;N' } as const;

/** What a sheet begins with: which rows stay in sight, and its columns. */
export function opening(isFirst: boolean, pane: string, widths: readonly number[], styles: readonly number[]): string {
  const columns = widths.map((width, i) => {
    const style = styles[i] === undefined ? '' : ` style="${styles[i]}"`;
    return `<col min="${i + 1}" max="${i + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  return [
    `${XML}<worksheet xmlns="${NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
}

/** The rows down to one stay in sight. */
export function frozenBelow(row: number): string {
  const corner = `A${row + 1}`;
  return `<pane ySplit="${row}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${corner}" sqref="${corner}"/>`;
}

/** A4 across, as wide as the paper; a sheet without a title has its name at the head of each page. */
export function printSetUp(lang: Lang, heading: string | undefined): string {
  const header = heading === undefined ? '' : `<oddHeader>&amp;C${escaped(heading.replaceAll('&', '&&'))}</oddHeader>`;
  return [
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter>${header}<oddFooter>&amp;C${PAGE_NUMBER[lang]}</oddFooter></headerFooter>`,
  ].join('');
}

const LETTERS: string[] = [''];

/** The letters of a column, counted from 1: A, …, Z, AA. */
export function columnLetters(column: number): string {
  const known = LETTERS[column];
  if (known !== undefined) return known;
  const letters = columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
  LETTERS[column] = letters;
  return letters;
}
