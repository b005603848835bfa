import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, SEPTEMBER, type SmallLedger, smallLedger } from './support/ledger.ts';

const NEXT = '150722100299';
const REASON = ['--reason', '区划代码调整'];

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
});
afterEach(() => ledger.remove());

const coverage = (...more: string[]) =>
  ledger.done('report', 'coverage', '--by', 'village', '--format', 'csv', ...more);
const allWell = async () => expect((await ledger.run(['check'])).code).toBe(0);
const importedAgain = async (noun: string) => {
  const [sum] = await ledger.json<{ added: number; changed: number }>(noun, 'import', `${ledger.folder}/${noun}s.csv`);
  expect(sum).toMatchObject({ added: 0, changed: 0 });
};

test('a village’s new code holds from its day on; the figures before keep the old one', async () => {
  const may = await coverage('--month', '2023-05');
  await ledger.done('unit', 'recode', FIRST, NEXT, ...SEPTEMBER, ...REASON);
  expect(await coverage('--month', '2023-05')).toBe(may);
  const autumn = await coverage('--month', '2023-10');
  expect(autumn).toContain(`${NEXT},西博荣村`);
  expect(autumn).not.toContain(FIRST);
  await allWell();
});

test('the old code still finds it, and the files of before are still those of before', async () => {
  await ledger.done('unit', 'recode', FIRST, NEXT, ...SEPTEMBER, ...REASON);
  expect(await ledger.done('unit', 'show', FIRST)).toContain(NEXT);
  for (const noun of ['unit', 'cadre', 'pair', 'household', 'assignment', 'visit']) await importedAgain(noun);
});

test('a township’s new code is no change of its villages', async () => {
  await ledger.done('unit', 'recode', '150722100', '150722199', ...SEPTEMBER, ...REASON);
  await importedAgain('unit');
  await ledger.done('unit', 'change', FIRST, '--parent-code', '150722101', '--on', '2023-10-01');
  await ledger.done('unit', 'recode', '150722101', '150722198', '--on', '2023-11-01', ...REASON);
  await allWell();
});

test('a code that was given up can be used again, from then on', async () => {
  await ledger.done('unit', 'recode', FIRST, NEXT, ...SEPTEMBER, ...REASON);
  await ledger.done('unit', 'recode', `${FIRST.slice(0, 9)}201`, FIRST, '--on', '2023-10-01', ...REASON);
  expect(await ledger.done('unit', 'show', FIRST)).toContain('后宜卧奇村');
  expect(await ledger.done('unit', 'show', FIRST, '--on', '2023-08-01')).toContain('西博荣村');
  await allWell();
});
