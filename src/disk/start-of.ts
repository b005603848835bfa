import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** A descriptor of this process by its path; what the system calls standard input is one, too. */
const DESCRIPTOR = /^\/(?:dev|proc\/self)\/(?:fd\/\d+|stdin)$/;

/**
 * The beginning of a file, or of what a descriptor gives, up to so many bytes; undefined for what is neither, such as a named
 * pipe into which nobody may ever write, or a device. Throws the system's error where it cannot be read.
 */
export function startOf(path: string, most: number): Buffer | undefined {
  if (!DESCRIPTOR.test(path) && !statSync(path).isFile()) return undefined;
  const bytes = Buffer.alloc(most);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < most; length += read)
      read = readSync(file, bytes, length, most - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
