import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from '../support/ledger.ts';

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
}, 30_000);
afterAll(() => ledger.remove());

const scorecard = async (today: string, ...more: readonly string[]) => {
  const options = { env: { TIAOCHU_TODAY: today } };
  const { stdout, stderr } = await ledger.run(['report', 'scorecard', ...more, '--format', 'json'], options);
  return { rows: JSON.parse(stdout) as Record<string, unknown>[], stderr };
};

test.each([
  ['2023-06-30', [true, false, false]],
  ['2023-07-01', [true, true, false]],
  ['2023-09-30', [true, true, false]],
  ['2023-10-01', [true, true, true]],
])('a year counts the quarters that have begun: %s', async (today, begun) => {
  const [row] = (await scorecard(today, '--year', '2023')).rows;
  expect([row?.q2 !== null, row?.q3 !== null, row?.q4 !== null]).toEqual(begun);
});

test.each([
  ['2023-06-30', '2023-Q2'],
  ['2023-07-01', '2023-Q3'],
])('without a quarter it is the one of the day: %s', async (today, quarter) => {
  expect((await scorecard(today)).stderr).toContain(`Scorecard (${quarter})`);
});

test.each([
  ['2023-06-30', 'earlier quarters (2023-Q1)', true],
  ['2023-07-01', 'earlier quarters (2023-Q1, 2023-Q2)', false],
])('a quarter that ends before the campaign’s start does not count: %s', async (start, text, counts) => {
  await ledger.done('campaign', 'change', '--from', start);
  const { rows, stderr } = await scorecard('2023-12-31', '--year', '2023');
  expect(stderr).toContain(text);
  expect(rows[0]?.q2 !== null).toBe(counts);
});

test('a quarter without a scheme does not count in its year', async () => {
  await ledger.done('campaign', 'change', '--from', '2023-04-01');
  await ledger.done('assessment', 'close', '--yes', 'standard', '--on', '2023-09-01');
  const [row] = (await scorecard('2023-12-31', '--year', '2023')).rows;
  expect([row?.q2 !== null, row?.q3 !== null, row?.q4 !== null]).toEqual([true, false, false]);
});
