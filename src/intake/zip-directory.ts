import { inflateRawSync } from 'node:zlib';

/** What the directory of a zip archive says of a file in it: its name, its sizes, where and how it is packed. */
export interface PackedFile {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly isDeflated: boolean;
  readonly at: number;
}

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50] as const;
/** A comment behind the directory is no longer than this. */
const LONGEST_COMMENT = 65_535;
const END_LENGTH = 22;
const DEFLATED = 8;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The files of an archive as far as its directory can be read. */
export function packedFiles(bytes: Uint8Array): PackedFile[] {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) return [];
  const files: PackedFile[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return files;
    const nameLength = view.getUint16(at + 28, true);
    files.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString(),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      isDeflated: view.getUint16(at + 10, true) === DEFLATED,
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/** The largest file of an archive, unpacked; undefined where the directory cannot be read. */
export function largestFile(bytes: Uint8Array): PackedFile | undefined {
  return packedFiles(bytes).reduce<PackedFile | undefined>(
    (largest, file) => (largest && largest.unpacked >= file.unpacked ? largest : file),
    undefined,
  );
}

/** A file of an archive, unpacked. Throws a RangeError for one that is not what the directory says: longer, or not there. */
export function unpacked(bytes: Uint8Array, { packed, unpacked: size, isDeflated, at }: PackedFile): Uint8Array {
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== LOCAL) throw new RangeError('no file where the directory says');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const own = bytes.subarray(start, start + packed);
  if (!isDeflated) return own;
  return size === 0 ? new Uint8Array() : inflateRawSync(own, { maxOutputLength: size });
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}
