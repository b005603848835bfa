import { afterEach, expect, test } from 'vitest';
import { addDays } from '../src/kernel/day.ts';
import { blocksAbove } from '../src/ledger/evidence/blocks.ts';
import { sealAhead, takeSeals } from '../src/ledger/evidence/seal.ts';
import { sealedTable } from '../src/ledger/evidence/sealed-table.ts';
import { watchRows } from '../src/ledger/evidence/watch.ts';
import type { Db } from '../src/ledger/sqlite.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
afterEach(() => ledger?.remove());

const HEADER = 'visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute,diary,diary_by';

/** Visits of three households on so many days. */
const visits = (days: number) =>
  Array.from({ length: days }, (_, day) =>
    [1, 2, 3].map(h => {
      const on = addDays('2023-05-01', day);
      return `${on},${FIRST}01000${h},${FIRST}-C01,${FIRST}-C02,mediation,home,no,第 ${day} 天,`;
    }),
  ).flat();

const YEARS_LATER = { env: { TIAOCHU_TODAY: '2034-01-01' } };

/** The exit code of an import years later. */
const imported = async (...words: readonly string[]) =>
  (await ledger.run(['visit', 'import', ...words], YEARS_LATER)).code;

const indexes = (db: Db) =>
  db.prepare(`select name, sql from sqlite_schema where type = 'index' and tbl_name = 'visit' order by name`).all();

test('an import that is larger than what is there leaves every index, every seal and every tally in place', async () => {
  ledger = await smallLedger();
  const before = ledger.direct(indexes);
  expect(await imported(ledger.write('first.csv', `${HEADER}\n${visits(10).join('\n')}\n`))).toBe(0);
  expect(await imported(ledger.write('many.csv', `${HEADER}\n${visits(3650).join('\n')}\n`))).toBe(0);
  expect(ledger.direct(indexes)).toEqual(before);
  expect(ledger.direct(db => db.prepare('select count(*) from visit').pluck().get())).toBe(10_950);
  expect((await ledger.run(['check', '--deep'], YEARS_LATER)).code).toBe(0);
});

test('a dry run and a file with a bad row leave them in place, too', async () => {
  ledger = await smallLedger();
  const before = ledger.direct(indexes);
  const many = visits(3650);
  const good = ledger.write('many.csv', `${HEADER}\n${many.join('\n')}\n`);
  const bad = ledger.write('bad.csv', `${HEADER}\n${many.join('\n')}\n2023-02-30,,,,,,,,\n`);
  expect(await imported(good, '--dry-run')).toBe(0);
  expect(await imported(bad)).toBe(5);
  expect(ledger.direct(indexes)).toEqual(before);
  expect(ledger.direct(db => db.prepare('select count(*) from visit').pluck().get())).toBe(0);
});

test.each([
  ['that stay as they were', ''],
  ['of which one is written again', `update visit set diary = '改过' where id = 70`],
  ['of which one is taken out again', 'delete from visit where id = 70'],
])('rows hashed ahead %s are sealed as if all were hashed at the end', async (_, again) => {
  ledger = await smallLedger();
  ledger.direct(db => {
    watchRows(db, new Map([['visit', 0]]));
    const insert = db.prepare(
      `insert into visit (household_id, visited_on, mode, pair_id, substitute, domains, diary, diary_by)
       values (1, ?, 'home', 1, 0, 1, '', 1)`,
    );
    const add = (from: number, days: number) => {
      for (let day = from; day < from + days; day++) insert.run(addDays('2023-05-01', day));
    };
    add(0, 100);
    sealAhead(db, 'visit');
    add(100, 150);
    sealAhead(db, 'visit');
    add(250, 1);
    db.exec(again);
    const table = sealedTable(db, 'visit');
    if (!table) throw new Error('no such table');
    const expected = blocksAbove(db, table, 0);
    expect(expected.length).toBeGreaterThan(3);
    expect(takeSeals(db).find(({ tbl }) => tbl === 'visit')?.blocks).toEqual(expected);
  });
});
