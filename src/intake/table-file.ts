import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { eachRecord } from './csv.ts';
import { decodedPieces } from './decode.ts';
import type { Field } from './field.ts';
import { headerSearch } from './header-search.ts';
import { columnChoice, type ReadingChoice } from './reading.ts';
import type { Records } from './sheet.ts';
import { isZip, type WorkbookSheet, workbookSheets } from './workbook.ts';

/** A table as it lies in a file: its records, and what is to be said of the form in which they were found. */
export interface TableFile {
  readonly records: Records;
  readonly remarks: readonly Text[];
  /** Whether numbers that are meant as days count from 1904. */
  readonly from1904: boolean;
}

/**
 * Opens a file with a table: text with commas, tabs or semicolons, or a workbook, of which the sheet is read that was named
 * or that alone has the columns. Throws a `rejected` Failure for anything else.
 */
export async function openTable(
  bytes: Uint8Array,
  file: string,
  fields: readonly Field<unknown>[],
  choice: ReadingChoice,
): Promise<TableFile> {
  if (!isZip(bytes)) return textTable(bytes, file, choice);
  const sheets = await workbookSheets(bytes, file);
  const sheet = chosenSheet(sheets, file, fields, choice);
  return { records: sheetRecords(sheet), remarks: sheetRemarks(sheets, sheet, file), from1904: sheet.from1904 };
}

/** The table of a text file. */
function textTable(bytes: Uint8Array, file: string, { encoding }: Pick<ReadingChoice, 'encoding'>): TableFile {
  const pieces = decodedPieces(bytes, file, encoding);
  return { records: take => eachRecord(pieces, file, take), remarks: [], from1904: false };
}

/** Rows with nothing in them are no records. */
function sheetRecords({ rows }: WorkbookSheet): Records {
  return take => {
    for (const [i, row] of rows.entries()) if (row.some(cell => cell.trim() !== '')) take([...row], i + 1);
  };
}

function chosenSheet(
  sheets: readonly WorkbookSheet[],
  file: string,
  fields: readonly Field<unknown>[],
  choice: ReadingChoice,
): WorkbookSheet {
  const filled = sheets.filter(({ rows }) => rows.some(row => row.some(cell => cell.trim() !== '')));
  if (choice.sheet !== undefined) return namedSheet(sheets, file, choice.sheet);
  const [only] = filled;
  if (only && filled.length === 1) return only;
  const fitting = filled.filter(sheet => fits(sheet, file, fields, choice));
  const [first] = fitting;
  if (first && fitting.length === 1) return first;
  throw new Failure(
    'rejected',
    fitting.length === 0
      ? {
          zh: `${file} 有 ${filled.length} 张表，没有一张有需要的列`,
          en: `${file} has ${counted(filled.length, 'sheet')}, none with the columns that are needed`,
        }
      : {
          zh: `${file} 有 ${fitting.length} 张表都可以导入：${namesOf(fitting).zh}`,
          en: `${file} has ${fitting.length} sheets that could be imported: ${namesOf(fitting).en}`,
        },
    {
      zh: `用 --sheet 指定一张：${namesOf(filled).zh}`,
      en: `Name one of them with --sheet: ${namesOf(filled).en}`,
    },
  );
}

function namedSheet(sheets: readonly WorkbookSheet[], file: string, name: string): WorkbookSheet {
  const found = sheets.find(sheet => sheet.name.trim() === name.trim());
  if (found) return found;
  throw new Failure(
    'not-found',
    { zh: `${file} 里没有「${name}」这张表`, en: `${file} has no sheet "${name}"` },
    { zh: `它的表有：${namesOf(sheets).zh}`, en: `Its sheets are ${namesOf(sheets).en}` },
  );
}

/** Whether a sheet has the header of these columns. */
function fits(sheet: WorkbookSheet, file: string, fields: readonly Field<unknown>[], choice: ReadingChoice): boolean {
  const search = headerSearch(fields, file, columnChoice(fields, choice));
  let found = false;
  try {
    sheetRecords(sheet)((cells, line) => {
      if (!found) found = search.take(cells, line) !== undefined;
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return found;
}

function namesOf(sheets: readonly WorkbookSheet[]): Text {
  const names = sheets.map(({ name }) => name.trim());
  return { zh: names.map(name => `「${name}」`).join('、'), en: names.map(name => `"${name}"`).join(', ') };
}

function sheetRemarks(sheets: readonly WorkbookSheet[], sheet: WorkbookSheet, file: string): Text[] {
  const { name, hiddenRows, hiddenColumns } = sheet;
  const remarks: Text[] = [];
  if (sheets.length > 1)
    remarks.push({ zh: `${file}：读的是「${name}」这张表`, en: `${file}: read from the sheet "${name}"` });
  if (hiddenRows.length > 0)
    remarks.push({
      zh: `${file}：有 ${hiddenRows.length} 行是隐藏的，也已读入：第 ${hiddenRows.slice(0, 10).join('、')} 行${hiddenRows.length > 10 ? '…' : ''}`,
      en: `${file}: ${counted(hiddenRows.length, 'row is', 'rows are')} hidden and read all the same: ${hiddenRows.slice(0, 10).join(', ')}${hiddenRows.length > 10 ? ' …' : ''}`,
    });
  if (hiddenColumns.length > 0)
    remarks.push({
      zh: `${file}：有 ${hiddenColumns.length} 列是隐藏的，也已读入：第 ${hiddenColumns.join('、')} 列`,
      en: `${file}: ${counted(hiddenColumns.length, 'column is', 'columns are')} hidden and read all the same: ${hiddenColumns.join(', ')}`,
    });
  return remarks;
}
