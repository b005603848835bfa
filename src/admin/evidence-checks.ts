import type { Text } from '../kernel/text.ts';
import { type Difference, differences } from '../ledger/evidence/differences.ts';
import { schemaDifferences } from '../ledger/evidence/schema-differences.ts';
import { brokenChain } from '../ledger/evidence/verify-chain.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Check } from '../register/check.ts';

const schema: Check = {
  name: 'schema',
  title: {
    zh: '表、索引和触发器与本版本的规定一致',
    en: 'tables, indexes and triggers are those of this version',
  },
  find: schemaDifferences,
};

const chainOf = once(brokenChain);

const journal: Check = {
  name: 'journal',
  title: {
    zh: '日志的每一条都保持原样，并接着前一条',
    en: 'every journal entry is unchanged and follows the one before it',
  },
  find: db => chainOf(db).altered.map(String),
};

const journalGaps: Check = {
  name: 'journal-gap',
  title: { zh: '日志没有缺条', en: 'no journal entry is missing' },
  find: db => chainOf(db).missing.map(String),
};

const differencesOf = once(db => [...differences(db)]);

/** A row with the entry that wrote it last. */
function described({ table, key, entry }: Difference): string {
  return entry === undefined ? `${table} ${key}` : `${table} ${key} (entry ${entry})`;
}

function rowCheck(is: Difference['is'], title: Text): Check {
  return {
    name: `row-${is}`,
    title,
    find: db =>
      differencesOf(db)
        .filter(difference => difference.is === is)
        .map(described),
  };
}

/** That the ledger is what its journal says: the chain of its entries, and the rows that they wrote. */
export const EVIDENCE_CHECKS: readonly Check[] = [
  schema,
  journal,
  journalGaps,
  rowCheck('changed', {
    zh: '每一行都是日志所记的操作最后写入的样子',
    en: 'every row is as the last command of the journal wrote it',
  }),
  rowCheck('missing', {
    zh: '日志所记的操作写入的行都在',
    en: 'every row that a command of the journal wrote is there',
  }),
  rowCheck('unexplained', {
    zh: '每一行都由日志所记的操作写入',
    en: 'every row was written by a command of the journal',
  }),
];

/** Finds out once for a connection what several checks report. */
function once<T>(find: (db: Db) => T): (db: Db) => T {
  const found = new WeakMap<Db, { readonly value: T }>();
  return db => {
    const known = found.get(db) ?? { value: find(db) };
    found.set(db, known);
    return known.value;
  };
}
