/** Kinds of the pages of a tree, by their first byte; a table without row numbers is kept like an index. */
export const LEAF = 0x0d;
export const INTERIOR = 0x05;
export const KEYED_LEAF = 0x0a;
export const KEYED_INTERIOR = 0x02;

/** The pages below an interior page whose header begins at `at`. */
export function childrenOf(page: Buffer, at: number): number[] {
  if (page[at] !== INTERIOR && page[at] !== KEYED_INTERIOR) return [];
  const cells = cellsOf(page, at, 12).map(cell => readable(page, cell, 4));
  return [...cells, page.readUInt32BE(at + 8)].filter(child => child > 1);
}

const readable = (page: Buffer, at: number, length: number) =>
  at + length <= page.length ? page.readUIntBE(at, length) : 0;

/** Where the cells of a page begin, whose header is so long. */
export function cellsOf(page: Buffer, at: number, headerLength: number): number[] {
  const count = Math.min(page.readUInt16BE(at + 3), page.length / 4);
  return Array.from({ length: count }, (_, i) => readable(page, at + headerLength + 2 * i, 2));
}

/** What a record is made of: the kinds of its values, as SQLite numbers them, and where the values begin. */
export interface CellRecord {
  readonly kinds: readonly number[];
  readonly valuesAt: number;
}

/** The record of a cell of a leaf; `isNumbered` where the number of its row stands before it. */
export function recordAt(page: Buffer, cell: number, isNumbered: boolean): CellRecord | undefined {
  const reader = varints(page, cell);
  reader.next();
  if (isNumbered) reader.next();
  const start = reader.at();
  const valuesAt = start + reader.next();
  const kinds: number[] = [];
  while (reader.at() < valuesAt && reader.at() < page.length) kinds.push(reader.next());
  return reader.at() === valuesAt && kinds.length > 0 ? { kinds, valuesAt } : undefined;
}

/** Reads numbers of 1 to 9 bytes, of which each but the last has its highest bit set. */
function varints(page: Buffer, from: number) {
  let at = from;
  return {
    at: () => at,
    next: () => {
      let value = 0;
      for (let i = 0; i < 9; i++) {
        const byte = page[at++] ?? 0;
        value = value * 128 + (byte & 0x7f);
        if (byte < 0x80) break;
      }
      return value;
    },
  };
}
