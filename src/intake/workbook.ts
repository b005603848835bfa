import type { CellValue, Sheet } from 'hucre/xlsx';
import { Failure } from '../kernel/failure.ts';
import { MADE_BY, OWN_COMMAND } from '../kernel/workbook-notes.ts';
import { SAVE_AS } from './decode.ts';

/** A sheet of a workbook as text: what a cell shows, days as 2023-05-03, merged cells filled down. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** The numbers of rows and columns, from 1, that the workbook hides. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Whether numbers that are meant as days count from 1904, as on old Macs. */
  readonly from1904: boolean;
}

/** Whether bytes are those of a zip archive, as workbooks are. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    [0x50, 0x4b].every((byte, i) => bytes[i] === byte) &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/** Reads the sheets of an .xlsx workbook. Throws a `rejected` Failure for another kind of file or a damaged one. */
export async function workbookSheets(bytes: Uint8Array, file: string): Promise<WorkbookSheet[]> {
  // Loaded here, since no other command should wait for it.
  const { readWorkbook } = await import('../kernel/workbook-library.ts');
  const workbook = await readWorkbook(bytes).catch(() => {
    throw new Failure(
      'rejected',
      {
        zh: `${file} 不是 Excel 工作簿（xlsx），而是其他格式（如 ods、docx、压缩包），或文件已损坏`,
        en: `${file} is not an Excel workbook (xlsx) but another kind of file (such as ods, docx, a zip archive), or it is damaged`,
      },
      SAVE_AS,
    );
  });
  const from1904 = workbook.dateSystem === '1904';
  const sheets = workbook.sheets.map(sheet => ({ name: sheet.name, ...contentOf(sheet), from1904 }));
  return sheets.filter(({ rows }) => !isNotes(rows));
}

/** Whether a sheet has the notes of a workbook that was written here. */
function isNotes(rows: WorkbookSheet['rows']): boolean {
  return rows.slice(0, MOST_FACTS).some(([what = '', text = '']) => {
    return (what === MADE_BY.zh || what === MADE_BY.en) && text.startsWith(OWN_COMMAND);
  });
}

/** The notes begin with a few facts. */
const MOST_FACTS = 20;

function contentOf(sheet: Sheet): Omit<WorkbookSheet, 'name' | 'from1904'> {
  const rows = sheet.rows.map(row => row.map(cellText));
  for (const { startRow, startCol, endRow } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? '';
    for (let row = startRow + 1; row <= endRow; row++) {
      const cells = rows[row];
      if (!cells) continue;
      while (cells.length < startCol) cells.push('');
      cells[startCol] = value;
    }
  }
  const hiddenRows = [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? row + 1 : []));
  const hiddenColumns = (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? column + 1 : []));
  return { rows, hiddenRows, hiddenColumns };
}

/** Spreadsheets keep 15 digits. */
const EXACT = 999_999_999_999_999;
const MIDNIGHT = 'T00:00:00.000Z';

function cellText(value: CellValue): string {
  if (value === null) return '';
  // Of a long code that was entered as a number the last digits are lost: it is shown as spreadsheets do, and refused as that.
  if (typeof value === 'number' && Math.abs(value) > EXACT) return value.toExponential();
  if (!(value instanceof Date)) return String(value);
  const instant = value.toISOString();
  return instant.endsWith(MIDNIGHT) ? instant.slice(0, 10) : instant.slice(0, 19).replace('T', ' ');
}
