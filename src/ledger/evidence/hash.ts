import { hash } from 'node:crypto';

/** How many bytes of SHA-256 stand for a row: nobody finds another row with the same 128 bits. */
export const ROW_BYTES = 16;

/** The hash of a row's text, a character for each byte. */
export function rowHash(text: string): string {
  return hash('sha256', text, 'binary').slice(0, ROW_BYTES);
}

/** The hash of the texts of several rows. */
export function blockHash(texts: Uint8Array): Uint8Array {
  return hash('sha256', texts, 'buffer').subarray(0, ROW_BYTES);
}

/** The SHA-256 of some values, as JSON writes them. */
export function digest(values: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(values));
}

/** The SHA-256 of bytes. */
export function digestOfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
