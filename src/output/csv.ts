import type { Cell, Table } from '../kernel/view.ts';
import { fileCell } from './cell.ts';
import type { Style } from './style.ts';

/** What tells Excel and WPS that a file is UTF-8. */
export const BOM = '\uFEFF';

/**
 * One line of a CSV file for Excel and WPS: quoted where needed, ended by CRLF. Text that a spreadsheet would run as a
 * formula gets an apostrophe before it; the importer takes that apostrophe off again.
 */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

/** A table as CSV, header first, in pieces. */
export function* csvOf(table: Table, style: Style): Generator<string> {
  yield BOM + csvLine(table.columns.map(c => (style.lang === 'zh' ? c.title.zh : c.key)));
  for (const row of table.rows)
    yield csvLine(table.columns.map(c => guarded(row[c.key], fileCell(row[c.key], c, style))));
}

/** Puts an apostrophe before text that a spreadsheet would take for a formula; numbers are left alone. */
function guarded(cell: Cell, text: string): string {
  return typeof cell === 'number' || !/^('*[=+\-@\t\r]|'+\d)/.test(text) ? text : `'${text}`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) || field !== field.trim() ? `"${field.replaceAll('"', '""')}"` : field;
}
