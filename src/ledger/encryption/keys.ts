import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { keys, passphrases } from './held.ts';
import { decryptedPage, type FileKey, isNoise, keyFrom, PAGE, saltBehindMark, saltIn } from './page-rules.ts';
import { locked, wrongPassphrase } from './problems.ts';

/** Whether a passphrase opens a file; from then on all files that are encrypted with it can be opened. */
export function unlocked(path: string, passphrase: string): boolean {
  const salt = saltOf(path);
  if (!salt || !keyWith(passphrase, path, salt)) return false;
  passphrases.add(passphrase);
  return true;
}

/** A key that was just made. */
export function rememberKey(key: FileKey): void {
  keys.set(key.salt.toString('hex'), key);
}

/**
 * What a file is encrypted with; null for a file that is not. Throws a Failure of kind `ledger` where no passphrase was
 * given, or only others.
 */
export function keyOf(path: string): FileKey | null {
  const salt = saltOf(path);
  if (!salt) return null;
  const key = heldKey(path, salt);
  if (key) return key;
  throw passphrases.size === 0 ? locked(path) : wrongPassphrase(path);
}

/** Whether a file is an encrypted ledger. */
export const isEncrypted = (path: string) => saltOf(path) !== undefined;

/** The same as `keyOf`, but undefined where the key of an encrypted file is not known. */
export function keyIfKnown(path: string): FileKey | null | undefined {
  const salt = saltOf(path);
  return salt ? heldKey(path, salt) : null;
}

function heldKey(path: string, salt: Buffer): FileKey | undefined {
  const known = keys.get(salt.toString('hex'));
  if (known) return known;
  for (const passphrase of passphrases) {
    const key = keyWith(passphrase, path, salt);
    if (key) return key;
  }
  return undefined;
}

/** The key that a passphrase gives for a file, if it is the right one. */
function keyWith(passphrase: string, path: string, salt: Buffer): FileKey | undefined {
  const key = keyFrom(passphrase, salt);
  if (!decryptsAny(path, key)) return undefined;
  rememberKey(key);
  return key;
}

/** How many pages are tried: the first is enough, unless it is damaged. */
const TRIED = 8;

function decryptsAny(path: string, key: FileKey): boolean {
  const start = startOf(path, TRIED * PAGE);
  for (let at = 0; at < start.length; at += PAGE)
    if (decryptedPage(start.subarray(at, at + PAGE), at / PAGE + 1, key)) return true;
  return false;
}

/** The salts of files that were looked at, by what tells files apart; undefined for those that are not encrypted. */
const salts = new Map<string, Buffer | undefined>();

/**
 * Each file is looked at once: where SQLite has it open, another opening and closing would end the locks of this process
 * (POSIX).
 */
function saltOf(path: string): Buffer | undefined {
  const stat = statOf(path);
  if (!stat?.isFile() || stat.size < LEAST) return undefined;
  const file = `${stat.dev}:${stat.ino}:${stat.birthtimeMs}`;
  if (!salts.has(file)) salts.set(file, saltIn(startOf(path, LEAST)) ?? saltInNoise(path, stat.size));
  return salts.get(file);
}

/** What the salt would be where the mark is lost, but all else is as in an encrypted ledger. */
function saltInNoise(path: string, size: number): Buffer | undefined {
  if (size % PAGE !== 0) return undefined;
  const start = startOf(path, Math.min(size, TRIED * PAGE));
  // Of a file that may not be read nobody knows.
  if (start.length === 0) return undefined;
  for (let at = 0; at < start.length; at += PAGE) if (!isNoise(start.subarray(at, at + PAGE))) return undefined;
  return saltBehindMark(start);
}

/** A file that is shorter than a salt may only have been begun. */
const LEAST = 16;

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The first bytes of a file; none of one that cannot be read, as whoever opens it will say. */
function startOf(path: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return bytes.subarray(0, 0);
  }
}
