import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from './support/ledger.ts';

const NEXT = '150722100299';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

/** Registers a dispute at a unit; its number. */
async function register(unit: string, on: string, grade = 'simple'): Promise<string> {
  const words = ['--grade', grade, '--category', '02', '--title', '院墙滴水', '--applicant', 'name=敖玉兰'];
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

test('a short number is that of the own unit, and it is said that others end like it; a whole number is taken without a word', async () => {
  await register(FIRST, '2023-06-01');
  await register('150722100', '2023-06-02', 'complex');
  await register('150722100', '2023-06-03', 'complex');
  const env = { TIAOCHU_LANG: 'zh', TIAOCHU_CONFIG: join(ledger.folder, 'me.json') };
  await ledger.run(['me', '尼尔基镇', '何春花'], { env });
  const shown = await ledger.run(['dispute', 'show', '2023-1'], { env });
  expect(shown.stdout).toContain('150722100-2023-1');
  expect(shown.stderr).toContain('「2023-1」在本单位指 150722100-2023-1；另有 1 件纠纷的编号也以此结尾');
  for (const answers of [undefined, [] as string[]]) {
    const asked = await ledger.run(['dispute', 'accept', '2023-1', '--dry-run'], {
      env,
      ...(answers ? { answers } : {}),
    });
    expect(asked.stderr.match(/另有 1 件/g), asked.stderr).toHaveLength(1);
  }
  for (const number of ['2023-2', '150722100-2023-1'])
    expect((await ledger.run(['dispute', 'show', number], { env })).stderr).not.toContain('也以此结尾');
  expect((await ledger.run(['dispute', 'show', '2023-1', '--quiet'], { env })).stderr).toBe('');
});
