import { cellsOf, childrenOf, LEAF, recordAt } from './page-cells.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A table of the schema: where its tree begins, and how it was defined. */
export interface FoundRoot {
  readonly root: number;
  readonly sql: string;
}

/** What can still be read of the schema: its tables by name, and where its indexes begin. */
export interface FoundSchema {
  readonly tables: Map<string, FoundRoot>;
  readonly indexRoots: Set<number>;
}

const FIRST_HEADER = 100;

/**
 * The schema of a ledger, read from its rows themselves: those that page 1 leads to, then those of any other page that looks
 * like a part of it, where page 1 or a page below it is damaged; last what stands on a page whose first bytes were changed.
 */
export function schemaIn(copy: WorkingCopy): FoundSchema {
  const found: FoundSchema = { tables: new Map(), indexRoots: new Set() };
  const first = copy.page(1);
  const children = childrenOf(first, FIRST_HEADER).filter(child => child <= pagesOf(copy));
  if (first[FIRST_HEADER] === LEAF) rowsOn(first, FIRST_HEADER, found);
  else for (const child of children) rowsOn(copy.page(child), 0, found);
  for (let number = 2; number <= pagesOf(copy); number++) rowsOn(copy.page(number), 0, found);
  for (const child of children) textsOn(copy.page(child), found);
  return found;
}

export const pagesOf = ({ size, pageSize }: WorkingCopy) => Math.floor(size / pageSize);

/** Adds what is on a leaf and not known yet. */
function rowsOn(page: Buffer, at: number, found: FoundSchema): void {
  if (page[at] !== LEAF) return;
  for (const cell of cellsOf(page, at, 8)) {
    const row = schemaRow(page, cell);
    if (row?.type === 'index') found.indexRoots.add(row.root);
    if (row?.type === 'table' && !found.tables.has(row.name)) found.tables.set(row.name, row);
  }
}

const TYPES = ['table', 'index'];

/** A row of the schema (type, name, table, root, SQL), if that is what the cell holds. */
function schemaRow(page: Buffer, cell: number) {
  const record = recordAt(page, cell, true);
  if (record?.kinds.length !== 5) return undefined;
  const [type = 0, name = 0, table = 0, root = 0, sql = 0] = record.kinds;
  // Texts are of odd kinds from 13 on; a root is a whole number of one to four bytes.
  if (type !== 2 * 'table'.length + 13 || name < 13 || root < 1 || root > 4) return undefined;
  const nameAt = record.valuesAt + textLength(type);
  const rootAt = nameAt + textLength(name) + textLength(table);
  const typeText = page.toString('latin1', record.valuesAt, nameAt);
  if (rootAt + root > page.length || !TYPES.includes(typeText)) return undefined;
  return {
    type: typeText,
    name: page.toString('utf8', nameAt, nameAt + textLength(name)),
    root: page.readUIntBE(rootAt, root),
    sql: page.toString('utf8', rootAt + root, rootAt + root + textLength(sql)),
  };
}

const textLength = (kind: number) => Math.max(0, (kind - 13) >> 1);

/** A row of the schema by its texts: type, name and table, which are the same for a table, its root, its definition. */
const TABLE = /table(\w+?)\1([\s\S]{1,4})(CREATE TABLE "?\1\b[^\0]*?\bSTRICT(?:, WITHOUT ROWID)?)/gi;

/** Adds the tables of a part of the schema of which nothing says any more where its rows are. */
function textsOn(page: Buffer, { tables }: FoundSchema): void {
  if (page[0] === LEAF) return;
  for (const [, name = '', root = '', sql = ''] of page.toString('latin1').matchAll(TABLE))
    if (!tables.has(name)) tables.set(name, { root: bytesOf(root).readUIntBE(0, root.length), sql: `${bytesOf(sql)}` });
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
