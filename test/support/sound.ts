import { expect } from 'vitest';
import { CHECKS } from '../../src/admin/checks.ts';
import type { Db } from '../../src/ledger/sqlite.ts';

/** Whether every check of the program finds the ledger sound. */
export function expectSound(db: Db): void {
  expect(CHECKS.flatMap(({ name, find }) => find(db).map(found => `${name} ${found}`))).toEqual([]);
}
