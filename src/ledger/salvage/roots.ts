import type { WorkingCopy } from './working-copy.ts';

/** A table of the schema: where its tree begins. */
type Roots = Map<string, number>;

const LEAF = 0x0d;
const INTERIOR = 0x05;
const FIRST_HEADER = 100;

/**
 * Where the tables of a ledger begin, read from the rows of the schema themselves: those that page 1 leads to, then those of
 * any other page that looks like a part of it, where page 1 or a page below it is damaged.
 */
export function rootsIn(copy: WorkingCopy): Roots {
  const pages = Math.floor(copy.size / copy.pageSize);
  const roots: Roots = new Map();
  const first = copy.page(1);
  if (first[FIRST_HEADER] === LEAF) tablesOn(first, FIRST_HEADER, roots);
  else for (const child of childrenOf(first, FIRST_HEADER)) if (child <= pages) tablesOn(copy.page(child), 0, roots);
  for (let number = 2; number <= pages; number++) tablesOn(copy.page(number), 0, roots);
  return roots;
}

/** The pages below an interior page; the schema of a ledger has no more than two floors. */
function childrenOf(page: Buffer, at: number): number[] {
  if (page[at] !== INTERIOR) return [];
  const cells = cellsOf(page, at, 12).map(cell => readable(page, cell, 4));
  return [...cells, page.readUInt32BE(at + 8)].filter(child => child > 1);
}

const readable = (page: Buffer, at: number, length: number) =>
  at + length <= page.length ? page.readUIntBE(at, length) : 0;

function cellsOf(page: Buffer, at: number, headerLength: number): number[] {
  const count = Math.min(page.readUInt16BE(at + 3), page.length / 4);
  return Array.from({ length: count }, (_, i) => readable(page, at + headerLength + 2 * i, 2));
}

/** Adds the tables whose rows are on a leaf and which are not known yet. */
function tablesOn(page: Buffer, at: number, roots: Roots): void {
  if (page[at] !== LEAF) return;
  for (const cell of cellsOf(page, at, 8)) {
    const found = schemaRow(page, cell);
    if (found && !roots.has(found.name)) roots.set(found.name, found.root);
  }
}

/** A row of the schema (type, name, table, root, SQL), if that is what the cell holds. */
function schemaRow(page: Buffer, cell: number): { readonly name: string; readonly root: number } | undefined {
  const reader = varints(page, cell);
  reader.next();
  reader.next();
  const start = reader.at();
  const end = start + reader.next();
  const lengths: number[] = [];
  while (reader.at() < end && lengths.length < 6) lengths.push(reader.next());
  const [type = 0, name = 0, table = 0, root = 0] = lengths;
  // Texts are of odd kinds from 13 on; a root is a whole number of one to four bytes.
  if (lengths.length !== 5 || type !== 2 * 'table'.length + 13 || name < 13 || root < 1 || root > 4) return undefined;
  const [typeAt, nameAt] = [end, end + textLength(type)];
  const rootAt = nameAt + textLength(name) + textLength(table);
  if (rootAt + root > page.length || page.toString('latin1', typeAt, nameAt) !== 'table') return undefined;
  return { name: page.toString('utf8', nameAt, nameAt + textLength(name)), root: page.readUIntBE(rootAt, root) };
}

const textLength = (kind: number) => Math.max(0, (kind - 13) >> 1);

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
