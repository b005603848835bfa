import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoBanner, type Record_, sumOf } from '../support/banner.ts';

const { files, folder, tiaochu, json, done } = demoBanner();

test('S-46 S-47 the weights add up to 100, and a sheet explains each score', async () => {
  expect(sumOf(await json('assessment', 'list'), 'weight')).toBe(100);
  const scheme = await json('assessment', 'list', '--on', '2023-06-30');
  expect(sumOf(scheme, 'weight')).toBe(100);
  const [line] = await json('report', 'scorecard', '--quarter', '2023-Q2');
  const unit = String(line?.unit_code);
  const entries = await json('assessment', 'explain', '--quarter', '2023-Q2', '--unit', unit);
  expect(entries.map(one => one.indicator)).toEqual(scheme.map(one => one.indicator));
  expect(sumOf(entries, 'weight')).toBe(100);
  expect(sumOf(entries, 'score')).toBeCloseTo(Number(line?.total), 6);
  expect(entries.find(one => one.indicator === 'other')).toMatchObject({
    value: expect.any(Number),
    score: line?.other,
  });
  expect(Number(line?.other)).toBeGreaterThan(0);
});

test('S-47 the year’s points are the mean of its quarters’', async () => {
  const year = await json('report', 'scorecard', '--year', '2023');
  expect(year).toHaveLength(16);
  for (const { unit_code: unit, total, ...row } of year) {
    const quarters = ['q1', 'q2', 'q3', 'q4'].flatMap(key => (row[key] === null ? [] : [Number(row[key])]));
    expect([unit, quarters.length >= 3]).toEqual([unit, true]);
    const mean = quarters.reduce((all, one) => all + one, 0) / quarters.length;
    expect([unit, Math.abs(mean - Number(total)) <= 0.005 + 1e-9]).toEqual([unit, true]);
  }
  const totals = new Map(
    (await json('report', 'scorecard', '--quarter', '2023-Q3')).map(row => [row.unit_code, row.total]),
  );
  for (const { unit_code: unit, q3 } of year) expect([unit, q3]).toEqual([unit, totals.get(unit)]);
});

test('S-49 the scorecard has a row for each township and one for the communities of the town, at work or not', async () => {
  const townships = (await json('unit', 'list', '--level', 'township')).map(({ code, name }) => [code, name]);
  for (const quarter of ['2023-Q3', '2023-Q4', '2022-Q4']) {
    const rows = await json('report', 'scorecard', '--quarter', quarter);
    expect(rows.slice(0, 15).map(({ unit_code, unit }) => [unit_code, unit])).toEqual(townships);
    expect(rows.slice(15)).toMatchObject([{ unit_code: 'ZD16', unit: '尼尔基镇社区调研指导组' }]);
  }
  const explained = await tiaochu('assessment', 'explain', '--unit', '150722100', '--quarter', '2023-Q3');
  expect(explained.stdout).toContain('without 8 communities (assessed under ZD16');
});

test('S-47 S-49 from the last quarter on rural revitalisation is assessed, and nobody is first for having no work', async () => {
  const indicators = (await json('assessment', 'list', '--on', '2023-12-31')).map(one => one.indicator);
  expect(indicators).toEqual(expect.arrayContaining(['needs', 'benefits', 'hardship', 'village_rules']));
  const rows = await json('report', 'scorecard', '--quarter', '2023-Q4');
  expect(rows.every(row => row.spread_total !== null && row.spread_rank !== null)).toBe(true);
  const busy = rows.filter(row => row.uncounted === 0);
  expect(busy.map(row => row.spread_total)).toEqual(busy.map(row => row.total));
  const communities = rows.find(row => row.unit_code === 'ZD16');
  const entries = await json('assessment', 'explain', '--quarter', '2023-Q4', '--unit', 'ZD16');
  expect(entries.find(one => one.indicator === 'village_rules')).toMatchObject({ whole: 0, spread: null });
  expect(Number(communities?.uncounted)).toBeGreaterThanOrEqual(4);
});

test.each(['150722104', '150722104201'])(
  'S-51 the sheet for the annual review of %s has figures that are the rows of their commands',
  async unit => {
    type Sheet = { readonly head: string; readonly figures: Record_[]; readonly assessment: Record_[] };
    const sheet = await json<Sheet>('report', 'debriefing', '--unit', unit, '--year', '2023');
    expect(sheet.head).toMatch(/^.\*+$/);
    expect(sheet.assessment).toMatchObject([{ unit_code: '150722104' }]);
    expect(sheet.figures.length).toBeGreaterThan(15);
    for (const { command, value } of sheet.figures) {
      const words = String(command).split(' ').slice(1);
      const { stdout } = await tiaochu(...words, '--format', 'csv', '--quiet');
      expect([command, stdout.trimEnd().split('\r\n').length - 1]).toEqual([command, value]);
    }
  },
  60_000,
);

test('S-46 S-51 what was made of the results is text beside the points, which stay', async () => {
  const before = await json('report', 'scorecard', '--year', '2023');
  expect(before.filter(row => row.outcome !== '')).toHaveLength(2);
  await done('assessment', 'outcome', '--unit', '150722104', '--year', '2023', '--text', '述职评议等次为好');
  const after = await json('report', 'scorecard', '--year', '2023');
  const changed = after.filter((row, index) => row.outcome !== before[index]?.outcome);
  expect(changed.map(row => row.outcome)).toEqual(['述职评议等次为好']);
  expect(after.map(row => row.total)).toEqual(before.map(row => row.total));
});

test('S-46 S-47 the scheme that the demo ships can be edited and taken in again, and no frozen quarter moves', async () => {
  const frozen = await json('report', 'scorecard', '--quarter', '2023-Q3');
  const text = readFileSync(join(files, 'assessment.csv'), 'utf8').replace(
    ',20,化解率,达到 85%',
    ',18,化解率,达到 90%',
  );
  const next = join(folder, 'next.csv');
  writeFileSync(next, text.replace(',14,走访覆盖率,', ',16,走访覆盖率,'));
  const early = await tiaochu('assessment', 'import', next, '--on', '2023-09-30');
  expect([early.code, early.stderr]).toEqual([4, expect.stringContaining('2023-10-01')]);
  const taken = await tiaochu('assessment', 'import', next, '--on', '2023-10-01', '--lang', 'en');
  expect(taken.stdout).toContain(
    'settlement: weight 20 → 18; rule full from 85%, 1 less for each point below → full from 90%',
  );
  expect(taken.stdout).toContain('coverage: weight 14 → 16');
  expect(await json('report', 'scorecard', '--quarter', '2023-Q3')).toEqual(frozen);
  expect((await tiaochu('assessment', 'verify', '--quarter', '2023-Q3')).code).toBe(0);
});

test('S-47 a frozen quarter is verified against the ledger, takes no more points, and stands when the ledger is mended later', async () => {
  const verify = () => tiaochu('assessment', 'verify', '--quarter', '2023-Q2', '--format', 'json', '--quiet');
  const frozen = await json('report', 'scorecard', '--quarter', '2023-Q2');
  expect((await verify()).code).toBe(0);
  const enter = ['assessment', 'enter', '--unit', '150722102', '--indicator', 'other', '--value', '8'];
  expect((await tiaochu(...enter, '--quarter', '2023-Q2')).code).toBe(4);
  expect((await tiaochu(...enter, '--quarter', '2023-Q4')).code).toBe(0);
  const late = [
    '--grade',
    'simple',
    '--category',
    '02',
    '--title',
    '补录',
    '--applicant',
    '敖玉兰',
    '--on',
    '2023-06-12',
  ];
  await done('dispute', 'register', '--unit', '150722102200', ...late);
  const { code, stdout } = await verify();
  expect(code).toBe(5);
  expect(JSON.parse(stdout)).toMatchObject([{ indicator: 'settlement' }]);
  expect(await json('report', 'scorecard', '--quarter', '2023-Q2')).toEqual(frozen);
});
