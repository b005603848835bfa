import { readXlsx, type Workbook } from 'hucre/xlsx';

/** Reads a workbook. Throws what the library throws where the bytes are not one. (A bundle of its own, see bin/build.mjs.) */
export function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  return readXlsx(bytes);
}
