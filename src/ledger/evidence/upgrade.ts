import { appendJournal, keepSeals } from '../journal.ts';
import type { Db } from '../sqlite.ts';
import { blockHasher, blocksAbove, NO_HASH } from './blocks.ts';
import type { Block, Seal } from './chain.ts';
import { type Difference, differences } from './differences.ts';
import { sealOf } from './seal.ts';
import { type SealedTable, sealedTables } from './sealed-table.ts';

/** Rows that were not as the journal says before an upgrade; it must not make them right. */
export type Unsound = ReadonlySet<string>;

const nameOf = ({ table, key }: Difference) => `${table} ${key}`;

/** The rows that an upgrade must leave unsealed; none where rows were not sealed yet. */
export function unsoundRows(db: Db): Unsound {
  return new Set(isSealed(db) ? [...differences(db)].map(nameOf) : []);
}

/** Seals what the steps of an upgrade wrote: as the beginning of a new ledger, else as an entry of its own. */
export function sealUpgrade(db: Db, before: Unsound, from: number, to: number): void {
  if (!isSealed(db)) return;
  const seals = isEmpty(db) ? firstSeals(db) : newSeals(db, before);
  if (from === 0) keepSeals(db, 0, seals);
  else {
    const entry = { at: new Date().toISOString(), operator: 'tiaochu', command: 'upgrade', records: [] };
    appendJournal(db, { ...entry, counts: { from, to } }, seals);
  }
}

function isSealed(db: Db): boolean {
  return db.prepare("select 1 from sqlite_schema where name = 'seal'").get() !== undefined;
}

function isEmpty(db: Db): boolean {
  return db.prepare('select 1 from seal limit 1').get() === undefined;
}

/** Seals of all rows that a ledger has when it is sealed first. */
function firstSeals(db: Db): Seal[] {
  const numbered = sealedTables(db).filter(({ isNumbered, where }) => isNumbered && where === undefined);
  const blocks = numbered.flatMap(table => sealOf(table.name, [], blocksAbove(db, table, 0)) ?? []);
  const names = numbered.map(({ name }) => name);
  return [
    ...blocks,
    ...sealsOf(
      [...differences(db)].filter(({ table }) => !names.includes(table)),
      () => [],
    ),
  ];
}

/** Seals of the rows and blocks that an upgrade changed. */
function newSeals(db: Db, before: Unsound): Seal[] {
  const found = [...differences(db)].filter(difference => !before.has(nameOf(difference)));
  const tables = new Map(sealedTables(db).map(table => [table.name, table]));
  return sealsOf(found, (name, rows) => newBlocks(db, tables.get(name), rows));
}

function newBlocks(db: Db, table: SealedTable | undefined, found: readonly Difference[]): Block[] {
  const hashOf = table && blockHasher(db, table);
  return found.flatMap(({ block }) => {
    if (!block) return [];
    const { first, last } = block;
    return [{ first, last, hash: hashOf?.(first, last) ?? NO_HASH }];
  });
}

function sealsOf(
  found: readonly Difference[],
  blocksOf: (table: string, found: readonly Difference[]) => readonly Block[],
): Seal[] {
  return [...new Set(found.map(({ table }) => table))].flatMap(table => {
    const here = found.filter(difference => difference.table === table);
    const rows = here.filter(({ block }) => !block).map(({ key, hash }) => [key, hash] as const);
    return sealOf(table, rows, blocksOf(table, here)) ?? [];
  });
}
