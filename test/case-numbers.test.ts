import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from './support/ledger.ts';

const NEXT = '150722100299';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

/** Registers a dispute at a unit; its number. */
async function register(unit: string, on: string): Promise<string> {
  const words = ['--grade', 'simple', '--category', '02', '--title', '院墙滴水', '--applicant', 'name=敖玉兰'];
  const made = await ledger.done('dispute', 'register', '--unit', unit, '--on', on, ...words, '--format', 'json');
  return JSON.parse(made).dispute;
}

const recode = (from: string, to: string, on: string) =>
  ledger.done('unit', 'recode', from, to, '--on', on, '--reason', '区划代码调整');
const allWell = async () => expect(await ledger.run(['check'])).toMatchObject({ code: 0 });

test('a unit that gets another unit’s former code goes on after the numbers which that code has', async () => {
  expect(await register(FIRST, '2023-06-01')).toBe(`${FIRST}-2023-1`);
  expect(await register(FIRST, '2023-06-02')).toBe(`${FIRST}-2023-2`);
  expect(await register(SECOND, '2023-06-03')).toBe(`${SECOND}-2023-1`);
  await recode(FIRST, NEXT, '2023-09-01');
  await recode(SECOND, FIRST, '2023-10-01');
  expect(await register(FIRST, '2023-11-01')).toBe(`${FIRST}-2023-3`);
  expect(await register(FIRST, '2023-11-02')).toBe(`${FIRST}-2023-4`);
  await allWell();
});

test('a unit with a new code goes on after its own numbers', async () => {
  await register(FIRST, '2023-06-01');
  await recode(FIRST, NEXT, '2023-09-01');
  expect(await register(NEXT, '2023-10-01')).toBe(`${NEXT}-2023-2`);
  await allWell();
});

test('every year begins with the first number', async () => {
  await register(FIRST, '2022-12-31');
  expect(await register(FIRST, '2023-01-01')).toBe(`${FIRST}-2023-1`);
  await allWell();
});

test('a gap in the numbers is found', async () => {
  for (const day of ['2023-06-01', '2023-06-02', '2023-06-03']) await register(FIRST, day);
  ledger.direct(db => {
    db.pragma('foreign_keys = off');
    db.prepare("update cases set number = number || '9', serial = 29 where serial = 2").run();
  });
  expect((await ledger.run(['check'])).stdout).toContain(`${FIRST}-2023-3`);
});
