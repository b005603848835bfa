import { expect } from 'vitest';
import { CHECKS } from '../../src/admin/checks.ts';
import type { Db } from '../../src/ledger/sqlite.ts';

/** Lives that are lived in a test without commands leave no entries in the journal, so none explains their rows. */
const OF_ENTRIES = /^row-/;

/** Whether every check of the program finds the ledger sound, but for those that ask which command wrote a row. */
export function expectSound(db: Db): void {
  const checks = CHECKS.filter(({ name }) => !OF_ENTRIES.test(name));
  expect(checks.length).toBeGreaterThan(60);
  expect(checks.flatMap(({ name, find }) => find(db).map(found => `${name} ${found}`))).toEqual([]);
}
