import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from './support/ledger.ts';

/** A village that is merged in the middle of a year: its households are not counted twice, and their visits are not lost. */

const YEAR = ['--year', '2023'] as const;
const ON = '2023-07-01';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
});
afterEach(() => ledger.remove());

const coverage = (...more: string[]) => ledger.json('report', 'coverage', ...more);
const merge = () => ledger.done('unit', 'merge', SECOND, '--into', FIRST, '--on', ON, '--yes');

test('a township’s year has the figures that it had before the merger', async () => {
  const before = await coverage(...YEAR, '--by', 'township');
  await merge();
  expect(await coverage(...YEAR, '--by', 'township')).toEqual(before);
});

test('whoever was visited in the village that ended is not missed in the other one', async () => {
  const visited = await ledger.json('report', 'missed', ...YEAR, '--unit', SECOND);
  const own = await ledger.json('report', 'missed', ...YEAR, '--unit', FIRST);
  await merge();
  const missed = await ledger.json<{ household_code: string }>('report', 'missed', ...YEAR, '--unit', FIRST);
  const codes = (rows: readonly unknown[]) => rows.map(row => (row as { household_code: string }).household_code);
  expect(codes(missed).sort()).toEqual([...codes(visited), ...codes(own)].sort());
});

test('periods before the merger are as they were, whatever is asked', async () => {
  const asked = [
    ['report', 'coverage', '--month', '2023-06', '--by', 'village'],
    ['report', 'coverage', '--month', '2023-06', '--by', 'pair'],
    ['report', 'coverage', '--month', '2023-06', '--by', 'cadre'],
    ['report', 'missed', '--month', '2023-06', '--unit', SECOND],
    ['report', 'domains', '--month', '2023-06', '--unit', SECOND],
    ['pair', 'load', '--on', '2023-06-30'],
    ['household', 'unassigned', '--on', '2023-06-30'],
    ['visit', 'list', '--month', '2023-06', '--unit', SECOND],
  ];
  const all = () => Promise.all(asked.map(words => ledger.json(...words)));
  const before = await all();
  await merge();
  expect(await all()).toEqual(before);
  expect(await ledger.done('check', '--quiet')).toContain('passed');
});

test('what an import brought before the merger is already there when it comes again', async () => {
  await merge();
  for (const noun of ['household', 'visit']) {
    const [made] = await ledger.json<{ added: number }>(noun, 'import', `${ledger.folder}/${noun}s.csv`);
    expect(made?.added).toBe(0);
  }
});
