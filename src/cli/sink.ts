import { fstatSync, type Stats } from 'node:fs';
import { writeWhole } from '../disk/file.ts';
import { misuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import type { Sink } from './world.ts';

/**
 * Standard output or error of this process. What is a file, a device or a pipe is written at once and whole, so that a full
 * disk is noticed (a stream would write a part and say nothing) and no stream is loaded for it. Terminals keep Node's stream.
 */
export function sinkOf(file: 1 | 2, stream: () => NodeJS.WriteStream): Sink {
  let opened: NodeJS.WriteStream | undefined;
  // Opening a stream takes 2 ms, and many commands say nothing on one of the two.
  const target = () => {
    opened ??= outlivingItsReader(stream(), file);
    return opened;
  };
  if (isWritten(file, target))
    return { write: file === 1 ? writeResult : writeRemark, isTTY: false, columns: undefined };
  return {
    write: piece => {
      if (!target().destroyed) target().write(piece);
    },
    get isTTY() {
      return target().isTTY === true;
    },
    // Some terminals report 0 columns because they do not know their width.
    get columns() {
      return target().columns || undefined;
    },
    get rows() {
      return (file === 1 && target().rows) || undefined;
    },
  };
}

function outlivingItsReader(stream: NodeJS.WriteStream, file: 1 | 2): NodeJS.WriteStream {
  return stream.on('error', error => {
    if (!isUnread(error)) throw error;
    if (file === 1) endUnread();
  });
}

const isUnread = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';

/** A reader that has seen enough (`| head`) is no error. */
function endUnread(): never {
  process.exit(process.exitCode === 1 ? 0 : process.exitCode);
}

/** Whether what is said goes to a file, a pipe or a device that is no terminal. On Windows, a pipe takes a part at a time. */
function isWritten(file: number, target: () => NodeJS.WriteStream): boolean {
  try {
    const stat = fstatSync(file);
    if (stat.isFIFO() || stat.isSocket()) return process.platform !== 'win32';
    return stat.isFile() || (stat.isCharacterDevice() && (isOfMemory(stat) || !target().isTTY));
  } catch {
    return false;
  }
}

/** /dev/null and its like on Linux: no terminals, which is known without opening a stream. */
const isOfMemory = ({ rdev }: Stats) => process.platform === 'linux' && rdev >> 8 === 1;

function writeResult(piece: string | Uint8Array): void {
  try {
    writeWhole(1, piece);
  } catch (error) {
    if (isUnread(error)) endUnread();
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
