import { fstatSync } from 'node:fs';
import { writeWhole } from '../disk/file.ts';
import { misuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import type { Sink } from './world.ts';

/**
 * Standard output or error of this process. What is a file or a device is written at once and whole, so that a full disk
 * is noticed; a stream would write a part and say nothing. Terminals and pipes keep Node's stream.
 */
export function sinkOf(file: 1 | 2, stream: () => NodeJS.WriteStream): Sink {
  if (isFile(file, stream)) return { write: file === 1 ? writeResult : writeRemark, isTTY: false, columns: undefined };
  const target = stream();
  return {
    write: piece => {
      if (!target.destroyed) target.write(piece);
    },
    isTTY: target.isTTY === true,
    // Some terminals report 0 columns because they do not know their width.
    columns: target.columns || undefined,
    ...(file === 1 ? { rows: target.rows || undefined } : {}),
  };
}

function isFile(file: number, stream: () => NodeJS.WriteStream): boolean {
  try {
    const stat = fstatSync(file);
    return stat.isFile() || (stat.isCharacterDevice() && !stream().isTTY);
  } catch {
    return false;
  }
}

function writeResult(piece: string | Uint8Array): void {
  try {
    writeWhole(1, piece);
  } catch (error) {
    const reason = fileReason(error);
    if (!reason) throw error;
    misuse(
      { zh: `无法写入标准输出：${reason.zh}`, en: `Cannot write to standard output: ${reason.en}` },
      { zh: '请腾出空间，或写到另一个磁盘', en: 'Free some space, or write to another disk' },
    );
  }
}

/** There is nowhere to report that standard error cannot be written. */
function writeRemark(piece: string | Uint8Array): void {
  try {
    writeWhole(2, piece);
  } catch {}
}
