import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/** What lies beside a backup: its checksum as `sha256sum -c` reads it, and a remark of which ledger it is. */
export interface Receipt {
  readonly sha256: string;
  readonly size: number;
  /** What tells a ledger from others of the same name. */
  readonly ledger: string;
  readonly version: number;
}

export const receiptOf = (backup: string) => `${backup}.sha256`;

export function receiptText({ sha256, size, ledger, version }: Receipt, backup: string): string {
  return `# tiaochu backup: ledger ${ledger}, version ${version}, ${size} bytes\n${sha256}  ${basename(backup)}\n`;
}

const TEXT = /^# tiaochu backup: ledger ([0-9a-f]+), version (\d+), (\d+) bytes\n([0-9a-f]{64}) {2}[^\n]+\n$/;

/** The receipt beside a backup; undefined where there is none of ours. */
export function receiptBeside(backup: string): Receipt | undefined {
  try {
    const [, ledger, version, size, sha256] = TEXT.exec(readFileSync(receiptOf(backup), 'utf8')) ?? [];
    if (ledger === undefined || sha256 === undefined) return undefined;
    return { ledger, sha256, version: Number(version), size: Number(size) };
  } catch {
    return undefined;
  }
}

/** Whether a backup is as large as its receipt says. */
export function isWhole(backup: string, { size }: Receipt): boolean {
  return statSync(backup, { throwIfNoEntry: false })?.size === size;
}

const PIECE = 1 << 20;

/** The SHA-256 of a file, read piece by piece. */
export function checksumOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
