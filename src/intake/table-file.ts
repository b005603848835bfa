import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { eachRecord } from './csv.ts';
import { decodedPieces, refuseMarkup } from './decode.ts';
import type { Field } from './field.ts';
import { hasHeader, likeliest, likeness } from './header-search.ts';
import { columnChoice, type ReadingChoice } from './reading.ts';
import type { Records, RowSource } from './rows.ts';
import { Unanswered } from './unanswered.ts';
import { isZip, type WorkbookSheet, workbookSheets } from './workbook.ts';

/** A table as it lies in a file: its records, and what is to be said of the form in which they were found. */
export interface TableFile extends RowSource {
  readonly remarks: readonly Text[];
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
export function textTable(bytes: Uint8Array, file: string, { encoding }: Pick<ReadingChoice, 'encoding'>): TableFile {
  refuseMarkup(bytes, file);
  const pieces = decodedPieces(bytes, file, encoding);
  return { records: take => eachRecord(pieces, file, take), remarks: [] };
}

export const isFilled = (row: readonly string[]) => row.some(cell => cell.trim() !== '');

/** Rows with nothing in them are no records. */
export function sheetRecords({ rows }: WorkbookSheet): Records {
  return take => {
    for (const [i, row] of rows.entries()) if (isFilled(row)) take([...row], i + 1);
  };
}

function chosenSheet(
  sheets: readonly WorkbookSheet[],
  file: string,
  fields: readonly Field<unknown>[],
  choice: ReadingChoice,
): WorkbookSheet {
  const filled = sheets.filter(({ rows }) => rows.some(isFilled));
  if (filled.length === 0) throw emptyWorkbook(file);
  if (choice.sheet !== undefined) return namedSheet(sheets, file, choice.sheet);
  const [only] = filled;
  if (only && filled.length === 1) return only;
  const columns = columnChoice(fields, choice);
  const fitting = filled.filter(({ rows }) => hasHeader(fields, rows.filter(isFilled), columns));
  const [first] = fitting;
  if (first && fitting.length === 1) return first;
  // The one that is like what is wanted is read all the same, so that its header says what is missing.
  const likely =
    fitting.length === 0 && likeliest(filled, ({ rows }) => likeness(fields, rows.filter(isFilled), columns), 1);
  if (likely) return likely;
  const names = (fitting.length > 0 ? fitting : filled).map(({ name }) => name.trim());
  throw new Unanswered(whichSheet(file, filled, fitting), { kind: 'sheet', file, names });
}

function emptyWorkbook(file: string): Failure {
  return new Failure('rejected', { zh: `${file} 的表里没有内容`, en: `The sheets of ${file} are empty` });
}

function whichSheet(file: string, filled: readonly WorkbookSheet[], fitting: readonly WorkbookSheet[]): Failure {
  return new Failure(
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

function namesOf(sheets: readonly WorkbookSheet[]): Text {
  const names = sheets.map(({ name }) => name.trim());
  return { zh: names.map(name => `「${name}」`).join('、'), en: names.map(name => `"${name}"`).join(', ') };
}

/** How many hidden rows or columns are named. */
const MOST_NAMED = 10;

function sheetRemarks(sheets: readonly WorkbookSheet[], sheet: WorkbookSheet, file: string): Text[] {
  const { name, hiddenRows, hiddenColumns } = sheet;
  const remarks: Text[] = [];
  if (sheets.length > 1)
    remarks.push({ zh: `${file}：读的是「${name}」这张表`, en: `${file}: read from the sheet "${name}"` });
  if (hiddenRows.length > 0) remarks.push(hiddenText(file, hiddenRows, { zh: '行', en: 'row' }));
  if (hiddenColumns.length > 0) remarks.push(hiddenText(file, hiddenColumns, { zh: '列', en: 'column' }));
  return remarks;
}

function hiddenText(file: string, hidden: readonly number[], what: Text): Text {
  const named = hidden.slice(0, MOST_NAMED);
  const isCut = hidden.length > MOST_NAMED;
  return {
    zh: `${file}：有 ${hidden.length} ${what.zh}是隐藏的，也已读入：第 ${named.join('、')} ${what.zh}${isCut ? '…' : ''}`,
    en: `${file}: ${counted(hidden.length, `${what.en} is`, `${what.en}s are`)} hidden and read all the same: ${named.join(', ')}${isCut ? ' …' : ''}`,
  };
}
