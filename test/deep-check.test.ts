import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHECKS, DEEP_CHECKS } from '../src/admin/checks.ts';
import type { Db } from '../src/ledger/sqlite.ts';
import { editsOf } from './support/hand-edits.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION, LIVED_VISIT } from './support/lived-cases.ts';

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  for (const line of [LIVED_VISIT, ...LIVED_DISPUTE, ...LIVED_PETITION]) await ledger.done(...line);
}, 120_000);
afterAll(() => ledger?.remove());

/** What is found without the journal: by living the cases again, and of rows that belong to no case, by their references. */
const CHECKED = [...DEEP_CHECKS, ...CHECKS.filter(({ name }) => name === 'references')];
const foundIn = (db: Db) => CHECKED.flatMap(({ find }) => find(db));

test('a ledger that only commands wrote into is what its moves lead to', async () => {
  const { code, stdout } = await ledger.run(['check', '--deep']);
  expect(stdout).toMatch(/checks passed/);
  expect(code).toBe(0);
});

/** What moves write, and nobody enters. */
const WRITTEN = ['offer', 'deadline', 'agreement', 'signature', 'stay', 'task', 'notice', 'referral', 'supervision'];
/** The numbers of rows themselves, and what no move says. */
const FREE = /\.id$|^agreement\.id|\.import_id$/;

test('whatever is changed in what moves write is found without the journal, in every column', () => {
  const missed: string[] = [];
  const tried = new Set<string>();
  ledger.direct(db => {
    db.pragma('foreign_keys = off');
    db.pragma('ignore_check_constraints = on');
    for (const edit of editsOf(db)) {
      const [table = ''] = edit.name.replace(/^(delete from|insert into) /, '').split('.');
      if (!WRITTEN.includes(table) || FREE.test(edit.name) || tried.has(edit.name)) continue;
      db.exec('begin');
      if (edit.make(db)) {
        tried.add(edit.name);
        if (foundIn(db).length === 0) missed.push(edit.name);
      }
      db.exec('rollback');
    }
  });
  expect(missed).toEqual([]);
  expect(tried.size).toBeGreaterThan(60);
}, 300_000);
