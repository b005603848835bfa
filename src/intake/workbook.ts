import type { CellValue, Sheet } from 'hucre/xlsx';
import { Failure } from '../kernel/failure.ts';
import { MADE_BY, OWN_COMMAND } from '../kernel/workbook-notes.ts';
import { SAVE_AS } from './decode.ts';
import { NO_RESULT } from './spoiled.ts';
import { largestFile } from './zip-directory.ts';

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
  if (isBomb(bytes)) throw tooLarge(file);
  const workbook = await readWorkbook(bytes).catch(() => undefined);
  // A workbook always has a sheet: one whose parts cannot be found by their relations is damaged.
  if (!workbook || workbook.sheets.length === 0) throw damaged(file);
  const from1904 = workbook.dateSystem === '1904';
  const sheets = workbook.sheets.map(sheet => ({ name: sheet.name, ...contentOf(sheet), from1904 }));
  for (const { rows } of sheets)
    if (rows.some(row => row.some(cell => cell.length > LONGEST_CELL))) throw tooLarge(file);
  return sheets.filter(({ rows }) => !isNotes(rows));
}

/** Excel keeps no more characters in a cell: whatever has more is no office's list. */
const LONGEST_CELL = 32_767;
/** No list is packed so small: whatever is, unpacks to gigabytes to do harm. */
const BOMB = { unpacked: 50_000_000, ratio: 300 } as const;

function isBomb(bytes: Uint8Array): boolean {
  const { packed, unpacked } = largestFile(bytes) ?? { packed: 0, unpacked: 0 };
  return unpacked > BOMB.unpacked && unpacked > BOMB.ratio * packed;
}

function tooLarge(file: string): Failure {
  return new Failure(
    'rejected',
    {
      zh: `${file} 解开后异常庞大，或有超过 32,767 个字的格子，不是正常的工作簿`,
      en: `${file} unpacks to an absurd size or has a cell of more than 32,767 characters: it is not an ordinary workbook`,
    },
    SAVE_AS,
  );
}

function damaged(file: string): Failure {
  return new Failure(
    'rejected',
    {
      zh: `${file} 不是 Excel 工作簿（xlsx），而是其他格式（如 ods、docx、压缩包），或文件已损坏`,
      en: `${file} is not an Excel workbook (xlsx) but another kind of file (such as ods, docx, a zip archive), or it is damaged`,
    },
    SAVE_AS,
  );
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
  markFormulas(rows, sheet.cells);
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

/** Says of cells that their formulas have no result in the file, but in rows that hold nothing else: these were filled down too far. */
function markFormulas(rows: string[][], cells: Sheet['cells']): void {
  for (const [place, { formula, value }] of cells ?? []) {
    if (formula === undefined || value !== null) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const line = rows[row];
    if (line && line[column] === '' && line.some(cell => cell !== '')) line[column] = NO_RESULT;
  }
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
