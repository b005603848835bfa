import { eachRecord } from './csv.ts';
import { decodedPieces } from './decode.ts';
import type { Encoding } from './encoding.ts';
import type { Records } from './sheet.ts';

/** The records of a text file, comma-separated or with tabs or semicolons. Throws a `rejected` Failure for what is no text. */
export function textRecords(bytes: Uint8Array, file: string, encoding?: Encoding): Records {
  const pieces = decodedPieces(bytes, file, encoding);
  return take => eachRecord(pieces, file, take);
}
