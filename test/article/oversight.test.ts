import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CAMPAIGN, demoBanner, type Record_ } from '../support/banner.ts';

const { files, folder, tiaochu, json, done } = demoBanner();
const sum = (rows: readonly Record_[], key: string) => rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);

/** How many meetings of a kind each unit held in the campaign. */
async function held(kind: string): Promise<Record<string, number>> {
  const meetings = await json('meeting', 'list', '--kind', kind, ...CAMPAIGN);
  const byUnit = Object.groupBy(meetings, one => String(one.unit_code));
  return Object.fromEntries(Object.entries(byUnit).map(([unit, own]) => [unit, own?.length ?? 0]));
}
const townships = async () => (await json('unit', 'list', '--level', 'township')).map(one => String(one.code));
const everywhere = async (times: number) => Object.fromEntries((await townships()).map(code => [code, times]));
const due = (...period: readonly string[]) => json('meeting', 'due', ...period);
const adding = (code: string, kind: string, unit: string, day: string) =>
  done('meeting', 'add', '--code', code, '--kind', kind, '--unit-code', unit, '--held-on', day, '--chair', '郭海山');

test('S-42 sixteen half months in each township; the one that was missed is listed until it is entered', async () => {
  expect(await held('half_month')).toEqual({ ...(await everywhere(16)), '150722201': 15 });
  const missed = (await due(...CAMPAIGN)).filter(one => one.kind === 'half-monthly');
  expect(missed).toMatchObject([{ unit_code: '150722201', first_on: '2023-09-16', last_on: '2023-09-30' }]);
  await adding('150722201-2023-09-B', 'half_month', '150722201', '2023-09-28');
  expect(await held('half_month')).toEqual(await everywhere(16));
  expect((await due(...CAMPAIGN)).filter(one => one.kind === 'half-monthly')).toEqual([]);
});

test('S-43 eight months in each township, each with its linked leader', async () => {
  expect(await held('month')).toEqual({ ...(await everywhere(8)), '150722108': 7 });
  const missed = (await due(...CAMPAIGN)).filter(one => one.kind === 'monthly');
  expect(missed).toMatchObject([{ unit_code: '150722108', first_on: '2023-10-01', last_on: '2023-10-31' }]);
  const monthly = await json('meeting', 'list', '--kind', 'month', ...CAMPAIGN);
  expect(monthly.filter(one => !one.linked_leader)).toEqual([]);
});

test('S-44 a quarter is complete only with the reports of all sixteen groups', async () => {
  const quarterly = async (quarter: string) =>
    (await due('--quarter', quarter)).filter(one => one.kind === 'quarterly');
  expect([await quarterly('2023-Q3'), await quarterly('2023-Q4')]).toEqual([[], []]);
  expect(await quarterly('2023-Q1')).toMatchObject([{ unit_code: '150722', missing: 'no meeting' }]);
  await adding('150722-2023-Q1', 'quarter', '150722', '2023-03-28');
  const groups = (await json('guidance', 'list')).map(one => String(one.code));
  expect(groups).toHaveLength(16);
  for (const [index, group] of groups.entries()) {
    expect(await quarterly('2023-Q1')).toMatchObject([{ reported: index, groups: 16 }]);
    await done('meeting', 'report', '150722-2023-Q1', '--group', group, '--summary', '工作汇报');
  }
  expect(await quarterly('2023-Q1')).toEqual([]);
});

test('S-45 what a meeting decided stays on the township’s agenda until it is done', async () => {
  const [item] = await json('meeting', 'item', 'list', '--open', '--unit', '150722102');
  const { item: code, text } = item as Record<string, string>;
  const agenda = async (unit: string) => (await tiaochu('meeting', 'agenda', '--unit', unit)).stdout;
  expect(await agenda('150722102')).toContain(`${code}`);
  expect(await agenda('150722102')).toContain(`${text}`);
  expect(await agenda('150722103')).not.toContain(`${code}`);
  await done('meeting', 'item', 'done', `${code}`, '--result', '已办结', '--on', '2023-12-31');
  expect(await agenda('150722102')).not.toContain(`${code}`);
  await done(
    'meeting',
    'item',
    'add',
    '150722102-2023-12-M',
    '--text',
    '清查井盖',
    '--owner',
    '镇建设办',
    '--due',
    '2024-01-15',
  );
  expect(await agenda('150722102')).toContain('清查井盖');
});

test('S-46 S-47 the weights add up to 100, and a sheet explains each score', async () => {
  const scheme = await json('assessment', 'list');
  expect(sum(scheme, 'weight')).toBe(100);
  const [line] = await json('report', 'scorecard', '--quarter', '2023-Q2');
  const unit = String(line?.unit_code);
  const entries = await json('assessment', 'explain', '--quarter', '2023-Q2', '--unit', unit);
  expect(entries.map(one => one.indicator)).toEqual(scheme.map(one => one.indicator));
  expect(sum(entries, 'weight')).toBe(100);
  expect(sum(entries, 'score')).toBeCloseTo(Number(line?.total), 6);
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
    const quarters = ['q1', 'q2', 'q3', 'q4'].map(key => Number(row[key]));
    const mean = quarters.reduce((all, one) => all + one, 0) / quarters.length;
    expect([unit, Math.abs(mean - Number(total)) <= 0.005 + 1e-9]).toEqual([unit, true]);
  }
  const totals = new Map(
    (await json('report', 'scorecard', '--quarter', '2023-Q3')).map(row => [row.unit_code, row.total]),
  );
  for (const { unit_code: unit, q3 } of year) expect([unit, q3]).toEqual([unit, totals.get(unit)]);
});

test('S-49 the scorecard has a row for each township and one for the communities of the town, at work or not', async () => {
  const rows = await json('report', 'scorecard', '--quarter', '2023-Q4');
  expect(rows).toHaveLength(16);
  const names = rows.map(row => String(row.unit));
  for (const { name } of await json('unit', 'list', '--level', 'township'))
    expect([name, names.some(row => row.startsWith(String(name)))]).toEqual([name, true]);
  expect(names.filter(name => name.includes('社区'))).toHaveLength(1);
  const idle = await json('report', 'scorecard', '--quarter', '2022-Q4');
  expect(idle).toHaveLength(16);
});

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
    ',24,化解率,达到 85%',
    ',22,化解率,达到 90%',
  );
  const next = join(folder, 'next.csv');
  writeFileSync(next, text.replace(',20,走访覆盖率,', ',22,走访覆盖率,'));
  const early = await tiaochu('assessment', 'import', next, '--on', '2023-09-30');
  expect([early.code, early.stderr]).toEqual([4, expect.stringContaining('2023-10-01')]);
  const taken = await tiaochu('assessment', 'import', next, '--on', '2023-10-01', '--lang', 'en');
  expect(taken.stdout).toContain(
    'settlement: weight 24 → 22; rule full from 85%, 1 less for each point below → full from 90%',
  );
  expect(taken.stdout).toContain('coverage: weight 20 → 22');
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
