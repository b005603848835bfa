import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Text } from '../kernel/text.ts';
import { isEncrypted, keyIfKnown } from './encryption/keys.ts';
import { bitsApart, decryptedPage, isMarked, PAGE, RESERVED } from './encryption/page-rules.ts';
import { definesOurTables } from './own-tables.ts';
import { APPLICATION_ID } from './sqlite.ts';

const LENGTH = 100;
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/** The first bytes of a file, which say what it is; fewer where it is shorter. */
function headerOf(path: string): Buffer {
  return startOf(path, LENGTH);
}

function startOf(path: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** What the header of every ledger has; other bytes of it change, or mean nothing. */
const FIXED: readonly (readonly [at: number, bytes: readonly number[]])[] = [
  [21, [64, 32, 32]],
  [44, [0, 0, 0, 4]],
  [52, [0, 0, 0, 0, 0, 0, 0, 1]],
  [64, [0, 0, 0, 0]],
  [72, new Array(20).fill(0)],
];

/** What a page can keep free at its end: an encrypted ledger, and one that was, needs that. */
const FREE = [0, RESERVED];

/** Whether a file was a ledger: it is marked as one, begins as a SQLite file but for a few bytes, or defines our tables. */
export function wasLedger(path: string): boolean {
  if (isEncrypted(path)) return true;
  const header = headerOf(path);
  if (header.length < LENGTH) return false;
  const isMarked = header.readUInt32BE(68) === APPLICATION_ID;
  const same = MAGIC.filter((byte, i) => byte === header[i]).length;
  const isLike = same >= MAGIC.length - 3 && bitsApart(header.readUInt32BE(68), APPLICATION_ID) <= 2;
  return isMarked || isLike || definesOurTables(path);
}

export const HEADER: Text = { zh: '文件头', en: 'its header' };

/** What is wrong with the header of a ledger, or with the length of its file. */
export function headerDamage(path: string): Text | undefined {
  const key = keyIfKnown(path);
  // Without its key all that can be seen of an encrypted file is that its pages are whole.
  if (key === undefined) return statSync(path).size % PAGE === 0 ? undefined : HEADER;
  if (key === null) return damageIn(headerOf(path), path);
  const page = startOf(path, PAGE);
  const header = isMarked(page) ? decryptedPage(page, 1, key)?.subarray(0, LENGTH) : undefined;
  return header ? damageIn(header, path) : HEADER;
}

function damageIn(header: Buffer, path: string): Text | undefined {
  if (header.length < LENGTH || !MAGIC.equals(header.subarray(0, MAGIC.length))) return HEADER;
  if (header.readUInt32BE(68) !== APPLICATION_ID) return HEADER;
  if (!FIXED.every(([at, bytes]) => bytes.every((byte, i) => header[at + i] === byte))) return HEADER;
  if (!FREE.includes(header[20] ?? -1)) return HEADER;
  if (![1, 2].includes(header[18] ?? 0) || ![1, 2].includes(header[19] ?? 0)) return HEADER;
  return sizeDamage(header, path);
}

/** The header counts the pages; what is in the log is not counted yet. */
function sizeDamage(header: Buffer, path: string): Text | undefined {
  const page = header.readUInt16BE(16);
  if (page < 512 || (page & (page - 1)) !== 0) return HEADER;
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const isCounted = header.readUInt32BE(24) === header.readUInt32BE(92);
  const [wanted, size] = [header.readUInt32BE(28) * page, statSync(path).size];
  if (!isCounted || log > 0 || wanted === size) return undefined;
  if (wanted > size * 1000) return HEADER;
  return { zh: `文件长度（应有 ${wanted} 字节，实有 ${size} 字节）`, en: `its length (${size} of ${wanted} bytes)` };
}

/** Whether a file is a whole SQLite file as far as its header can tell. */
export function looksWhole(path: string): boolean {
  try {
    return wasLedger(path) && headerDamage(path) === undefined;
  } catch {
    return false;
  }
}

/** What `correctedHeader` makes of a header. */
interface Corrected {
  readonly bytes: Buffer;
  readonly pageSize: number;
  /** The length of the file in whole pages. */
  readonly size: number;
}

const USUAL_PAGE = 4096;

/** The header that a ledger of a length would have, as far as it does not depend on what is in it; counts all its pages. */
export function correctedHeader(header: Buffer, length: number, hasLog: boolean): Corrected {
  const bytes = Buffer.from(header);
  const said = header.readUInt16BE(16);
  const pageSize = said >= 512 && (said & (said - 1)) === 0 ? said : USUAL_PAGE;
  const size = Math.ceil(length / pageSize) * pageSize;
  MAGIC.copy(bytes);
  bytes.writeUInt16BE(pageSize, 16);
  bytes.fill(hasLog ? 2 : 1, 18, 20);
  if (!FREE.includes(bytes[20] ?? -1)) bytes[20] = 0;
  for (const [at, fixed] of FIXED) Buffer.from(fixed).copy(bytes, at);
  bytes.writeUInt32BE(size / pageSize, 28);
  // No list of free pages: nothing is written here.
  bytes.fill(0, 32, 40);
  bytes.writeUInt32BE(APPLICATION_ID, 68);
  bytes.writeUInt32BE(bytes.readUInt32BE(24), 92);
  return { bytes, pageSize, size };
}
