import { createDecipheriv, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Each page is encrypted by itself as SQLCipher 4 does it: AES-256-CBC, then HMAC-SHA-512 over the result and its number. */
export const PAGE = 4096;
const SALT = 16;
const MAC = 64;
/** What SQLite leaves free at the end of a page for how it was encrypted; the header of a database says how much. */
export const RESERVED = 16 + MAC;

/** SQLCipher 4's figures; OWASP asks for 210,000 rounds of PBKDF2 with SHA-512 (2023). */
const ROUNDS = 256_000;
const MAC_ROUNDS = 2;
const MAC_SALT = 0x3a;

/**
 * What an encrypted ledger begins with, so that it can be told from other files: the first four bytes of its salt. The twelve
 * that follow are random, which is enough for no two ledgers to have the same.
 */
const MARK = Buffer.from('TiaE', 'latin1');
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/** What the pages of a file are encrypted with. */
export interface FileKey {
  readonly salt: Buffer;
  readonly key: Buffer;
  /** What shows that a page was not changed. */
  readonly mac: Buffer;
}

/**
 * The salt of an encrypted ledger, which its file begins with, also where one byte of the mark is another; undefined for any
 * other file.
 */
export function saltIn(start: Buffer): Buffer | undefined {
  const same = MARK.filter((byte, i) => byte === start[i]).length;
  return start.length < SALT || same < MARK.length - 1 ? undefined : saltBehindMark(start);
}

/** The salt of a file that would be an encrypted ledger, whatever its mark has become. */
export const saltBehindMark = (start: Buffer) => Buffer.concat([MARK, start.subarray(MARK.length, SALT)]);

/** Of 256 values of a byte, those that are on any page of noise. */
const MOST_VALUES = 235;

/** Whether a page is noise, as encryption leaves it; texts, tables and pictures are none. */
export const isNoise = (page: Buffer) => page.length === PAGE && new Set(page).size >= MOST_VALUES;

/** Whether the mark is as it was written. */
export const isMarked = (start: Buffer) => start.subarray(0, MARK.length).equals(MARK);

/** How many bits differ in two numbers of 32 bits. */
export function bitsApart(a: number, b: number): number {
  let count = 0;
  for (let bits = (a ^ b) >>> 0; bits > 0; bits >>>= 1) count += bits & 1;
  return count;
}

/** A salt for a file that is to be encrypted. */
export function newSalt(): Buffer {
  return Buffer.concat([MARK, randomBytes(SALT - MARK.length)]);
}

/** The key that a passphrase gives with a salt; the same passphrase typed in another way (full-width, composed) is the same. */
export function keyFrom(passphrase: string, salt: Buffer): FileKey {
  const key = pbkdf2Sync(passphrase.normalize('NFKC'), salt, ROUNDS, 32, 'sha512');
  const macSalt = Buffer.from(salt.map(byte => byte ^ MAC_SALT));
  return { salt, key, mac: pbkdf2Sync(key, macSalt, MAC_ROUNDS, 32, 'sha512') };
}

/** A page as SQLite sees it; undefined where it was encrypted with another key or changed since. Pages count from 1. */
export function decryptedPage(page: Buffer, number: number, { key, mac }: FileKey): Buffer | undefined {
  if (page.length !== PAGE) return undefined;
  // The first page begins with the salt.
  const encrypted = page.subarray(number === 1 ? SALT : 0, PAGE - RESERVED);
  const place = Buffer.alloc(4);
  place.writeUInt32LE(number);
  const wanted = createHmac('sha512', mac)
    .update(page.subarray(number === 1 ? SALT : 0, PAGE - MAC))
    .update(place);
  if (!timingSafeEqual(wanted.digest(), page.subarray(PAGE - MAC))) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(PAGE - RESERVED, PAGE - MAC));
  const text = decipher.setAutoPadding(false).update(encrypted);
  return Buffer.concat([...(number === 1 ? [MAGIC] : []), text, decipher.final(), Buffer.alloc(RESERVED)]);
}

/** All pages of a file as SQLite sees them; those that cannot be decrypted are empty, which SQLite takes for damage. */
export function decryptedFile(file: Buffer, key: FileKey): Buffer {
  const plain = Buffer.alloc(Math.ceil(file.length / PAGE) * PAGE);
  for (let at = 0; at < file.length; at += PAGE)
    decryptedPage(file.subarray(at, at + PAGE), at / PAGE + 1, key)?.copy(plain, at);
  return plain;
}
