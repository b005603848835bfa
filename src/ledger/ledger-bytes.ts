import { readFileSync } from 'node:fs';
import { keyOf } from './encryption/keys.ts';
import { decryptedFile } from './encryption/page-rules.ts';

/** A ledger as SQLite sees it; what is encrypted is decrypted in memory only. */
export function bytesOf(path: string): Buffer {
  const key = keyOf(path);
  return key ? decryptedFile(readFileSync(path), key) : readFileSync(path);
}

/** Two bytes of the header say whether a file has a log beside it, which a database in memory cannot have. */
const LOG_BYTES = [18, 19] as const;

export function withoutLog(bytes: Buffer): void {
  for (const at of LOG_BYTES) if (bytes[at] === 2) bytes[at] = 1;
}

export function withLog(bytes: Buffer): void {
  for (const at of LOG_BYTES) bytes[at] = 2;
}
