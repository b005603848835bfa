import type { Encoding } from './encoding.ts';
import type { Records } from './rows.ts';
import { isFilled, sheetRecords, textTable } from './table-file.ts';
import { isZip, workbookSheets } from './workbook.ts';

/** A table of a file of which nobody has said yet what it holds. */
export interface UnknownTable {
  /** The name of its sheet where its file has several. */
  readonly sheet: string | undefined;
  /** Its first lines that hold anything. */
  readonly lines: readonly (readonly string[])[];
  /** How many lines hold anything; a long file has to be read for that. */
  countLines(): number;
}

/** The tables of a file: a text has one, a workbook one for each sheet that is not empty. Throws a `rejected` Failure for other files. */
export async function tablesIn(
  bytes: Uint8Array,
  file: string,
  most: number,
  encoding?: Encoding | undefined,
): Promise<UnknownTable[]> {
  if (!isZip(bytes)) return [preview(undefined, textTable(bytes, file, { encoding }).records, most)];
  const sheets = (await workbookSheets(bytes, file)).filter(({ rows }) => rows.some(isFilled));
  return sheets.map(sheet => preview(sheets.length > 1 ? sheet.name : undefined, sheetRecords(sheet), most));
}

function preview(sheet: string | undefined, records: Records, most: number): UnknownTable {
  const countLines = () => {
    let lines = 0;
    records(() => lines++);
    return lines;
  };
  return { sheet, lines: firstLines(records, most), countLines };
}

const ENOUGH = new Error('enough lines are read');

/** Reads no further than is needed. */
function firstLines(records: Records, most: number): string[][] {
  const lines: string[][] = [];
  try {
    records(fields => {
      lines.push([...fields]);
      if (lines.length === most) throw ENOUGH;
    });
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return lines;
}
