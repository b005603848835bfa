import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EdgeDisputes, edgeDisputes, LATE, LATE_UP, on, SETTLED } from '../support/edge-disputes.ts';

let ledger: EdgeDisputes;
beforeAll(async () => {
  ledger = await edgeDisputes();
}, 60_000);
afterAll(() => ledger.remove());

test.each([
  [on('2023-05-14'), 0, 0],
  [on('2023-05-15'), 1, 0],
  [on('2023-05-15', '2023-05-30'), 1, 0],
  [on('2023-05-15', '2023-05-31'), 1, 1],
  [on('2023-05-16', '2023-05-31'), 1, 0],
  [on('2023-06-01', '2023-06-04'), 0, 0],
])('a mediation session counts on both edge days: %j', async (period, sessions, several) => {
  expect(await ledger.json('report', 'one-stop', ...period, '--explain', 'mediated')).toHaveLength(sessions);
  expect(await ledger.json('report', 'one-stop', ...period)).toHaveLength(several);
});

test('a session without a place adds none, and the same place counts once', async () => {
  const places = async (period: readonly string[], column: string) =>
    (await ledger.json('report', 'one-stop', ...period, '--explain', column)).map(row => [row.number, row.places]);
  expect(await places(on('2023-06-05'), 'one_place')).toEqual([[LATE, '村委会']]);
  await ledger.mediated(LATE_UP, '2023-11-01', '村委会');
  await ledger.mediated(LATE_UP, '2023-11-02', ' ');
  await ledger.mediated(LATE_UP, '2023-11-03', '村委会');
  expect(await places(on('2023-11-01', '2023-11-03'), 'one_place')).toEqual([[LATE_UP, '村委会']]);
  expect(await places(on('2023-11-02'), 'no_place')).toEqual([[LATE_UP, '']]);
  const share = (to: string, from = '2023-05-15', lang = 'en') =>
    ledger.done('report', 'one-stop', ...on(from, to), '--format', 'markdown', '--lang', lang);
  expect(await share('2023-06-05')).toContain(
    'One place only: 1 of 2 disputes (50.0%); 0 more without a place on record',
  );
  expect(await share('2023-11-03')).toContain('One place only: 2 of 3 disputes (66.6%)');
  expect(await share('2023-11-03', '2023-05-15', 'zh')).toContain('3 件中 2 件（66.6%）');
  expect(await share('2023-11-02', '2023-11-02')).toContain('One place only: 0 of 0 disputes; 1 more without a place');
  expect(await share('2023-11-02', '2023-11-02', 'zh')).toContain('0 件中 0 件；');
});

test('the disputes with the most places are listed first', async () => {
  for (const place of ['镇政府', '综治中心']) await ledger.mediated(LATE_UP, '2023-11-04', place);
  const rows = await ledger.json('report', 'one-stop', ...on('2023-05-15', '2023-11-04'));
  expect(rows.map(row => [row.number, row.distinct_places])).toEqual([
    [LATE_UP, 3],
    [SETTLED, 2],
  ]);
  const all = await ledger.json('report', 'one-stop', ...on('2023-05-15', '2023-11-04'), '--explain', 'mediated');
  expect(all.map(row => row.number)).toEqual([LATE_UP, SETTLED, LATE]);
});
