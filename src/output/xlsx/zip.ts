import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file inside an archive: its text in pieces, which are made only when they are written. */
export interface Part {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** How much text is compressed at once: what an archive needs of memory does not depend on its size. */
const BLOCK = 262_144;
/** Level 6 takes a third longer than this and makes files hardly smaller. */
const LEVEL = 4;
/** The end of compressed data: an empty last block. */
const LAST_BLOCK = Buffer.from([3, 0]);

/** The size and the checksum follow the data, which are not known before; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

interface Entry {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A zip archive in pieces. `madeOn` is the local time that its entries show, as `2026-11-28 08:16`. */
export function* zipOf(parts: Iterable<Part>, madeOn = '1980-01-01 00:00'): Generator<Uint8Array> {
  const time = dosTime(madeOn);
  const entries: Entry[] = [];
  let at = 0;
  for (const { path, pieces } of parts) {
    const name = Buffer.from(path);
    const head = localHeader(name, time);
    yield head;
    const { crc, packed, size } = yield* deflated(pieces);
    yield numbers([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
    entries.push({ name, at, crc, packed, size });
    at += head.length + packed + 16;
  }
  const directory = Buffer.concat(entries.map(entry => directoryEntry(entry, time)));
  yield directory;
  const count = entries.length;
  yield numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, at], [2, 0]);
}

/** Compresses text block by block; each block ends on a whole byte, so that the next can follow it. */
function* deflated(pieces: Iterable<string>): Generator<Uint8Array, Pick<Entry, 'crc' | 'packed' | 'size'>> {
  const sums = { crc: 0, packed: 0, size: 0 };
  for (const block of blocksOf(pieces)) {
    const packed = deflateRawSync(block, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH });
    sums.crc = crc32(block, sums.crc);
    sums.size += block.length;
    sums.packed += packed.length;
    yield packed;
  }
  yield LAST_BLOCK;
  return { ...sums, packed: sums.packed + LAST_BLOCK.length };
}

function* blocksOf(pieces: Iterable<string>): Generator<Buffer> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield Buffer.from(block);
    block = '';
  }
  if (block !== '') yield Buffer.from(block);
}

type Times = readonly [time: number, day: number];

function localHeader(name: Buffer, [time, day]: Times): Buffer {
  const head = numbers(
    ...([
      [4, 0x04034b50],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, time],
      [2, day],
    ] as const),
    ...([
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ] as const),
  );
  return Buffer.concat([head, name]);
}

function directoryEntry({ name, at, crc, packed, size }: Entry, [time, day]: Times): Buffer {
  const head = numbers(
    ...([
      [4, 0x02014b50],
      [2, VERSION],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, time],
      [2, day],
    ] as const),
    ...([
      [4, crc],
      [4, packed],
      [4, size],
      [2, name.length],
      [2, 0],
      [2, 0],
    ] as const),
    ...([
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const),
  );
  return Buffer.concat([head, name]);
}

/** Whole numbers of two or four bytes, the lowest byte first. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** A local time as archives keep it, which begin in 1980. */
function dosTime(local: string): Times {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  return [(hour << 11) | (minute << 5), (Math.max(0, year - 1980) << 9) | (month << 5) | day];
}
