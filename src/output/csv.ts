import type { Cell, Column, ColumnKind, Row, Table } from '../kernel/view.ts';
import { fileCell } from './cell.ts';
import type { Style } from './style.ts';

/** What tells Excel and WPS that a file is UTF-8. */
export const BOM = '\uFEFF';

/** One line of a CSV file for Excel and WPS: quoted where needed, ended by CRLF. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

/**
 * A table as CSV, header first, in pieces. A file for a spreadsheet has its codes behind tabs; a program gets them as they
 * are. What a spreadsheet would run is behind an apostrophe in both, since nobody knows where a file ends up. The importer
 * takes both off again.
 */
export function* csvOf(table: Table, style: Style): Generator<string> {
  const { columns, rows } = table;
  yield csvLine(columns.map(c => (style.lang === 'zh' ? c.title.zh : c.key)));
  const field = (row: Row, column: Column) => {
    const cell = row[column.key];
    const text = guarded(cell, fileCell(cell, column, style));
    return style.isForSpreadsheet && !READ_AS_NUMBERS.has(column.kind) ? keptAsText(text) : text;
  };
  for (const row of rows) yield csvLine(columns.map(column => field(row, column)));
}

/** Columns in which a spreadsheet shall see numbers and days. */
const READ_AS_NUMBERS: ReadonlySet<ColumnKind> = new Set([
  'integer',
  'rate',
  'money',
  'yuan',
  'day',
  'instant',
  'flag',
]);

const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** What a double-click on a CSV file changes for good (a day is a day before and after). */
const CHANGED_BY_SPREADSHEETS = new RegExp(
  `^(?:${[
    // Digits that are shown as 1.5E+17 and rounded after the fifteenth, and zeros that are dropped.
    '0\\d+|\\d{12,}',
    // 3E5, and 1.10, which becomes 1.1.
    '\\d+(?:\\.\\d+)?e[+-]?\\d+|\\d+\\.\\d*0',
    // What becomes a day: 1-2, 2023-11, 10/12, 5月3日, 2023年5月, Mar-1.
    '\\d{1,2}[-/]\\d{1,2}(?:[-/]\\d{1,4})?|\\d{4}[-/]\\d{1,2}|(?:\\d{2,4}年)?\\d{1,2}月(?:\\d{1,2}日)?',
    `${MONTHS}[-/ ]?\\d{1,4}|\\d{1,4}[-/ ]?${MONTHS}`,
  ].join('|')})$`,
  'i',
);

/** Puts a tab before what a spreadsheet would change: it makes a text of it, is not seen, and stays when the file is saved. */
export function keptAsText(text: string): string {
  return CHANGED_BY_SPREADSHEETS.test(text) ? `\t${text}` : text;
}

/** Puts an apostrophe before text that a spreadsheet would take for a formula; numbers are left alone. */
function guarded(cell: Cell, text: string): string {
  return typeof cell === 'number' || !/^('*[=+\-@\t\r]|'+\d)/.test(text) ? text : `'${text}`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) || field !== field.trim() ? `"${field.replaceAll('"', '""')}"` : field;
}
