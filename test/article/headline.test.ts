import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FILE_NAMES } from '../../src/demo/files.ts';
import { CAMPAIGN, demoBanner, type Record_ } from '../support/banner.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const HEADLINE = {
  townships: 15,
  villages: 220,
  communities: 26,
  stations: 15,
  working_groups: 246,
  teams: 246,
  cadres: 3446,
  pairs: 1723,
  household_visits: 270_600,
  disputes_proactive_settled: 392,
  village_rules: 220,
  agents: 771,
  agency_cases: 33,
  windows: 9,
  departments: 10,
  guidance_groups: 16,
  diaries: 3446,
  coverage: 1,
} as const;

const { files, tiaochu, json, count } = demoBanner();
const headline = () => json<Record_>('report', 'headline', ...CAMPAIGN);

test('docs/article.md has every row, and the test that it names is there, but for those that are not modelled', () => {
  const page = readFileSync(new URL('../../docs/article.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| (S-\d\d) \|.*\|([^|]*)\|$/gm)].map(([row, id = '', named = '']) => ({
    row,
    id,
    named,
  }));
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 53 }, (_, i) => `S-${String(i + 1).padStart(2, '0')}`));
  const without = rows.filter(({ named }) => named.trim() === '');
  expect(without.map(({ id }) => id)).toEqual(['S-02', 'S-48', 'S-52']);
  for (const { row } of without) expect(row).toContain('not modelled');
  const titles = new Map(
    readdirSync(HERE).map(file => [file.replace('.test.ts', ''), readFileSync(join(HERE, file), 'utf8')]),
  );
  const missing = rows.filter(
    ({ id, named }) =>
      named.trim() !== '' && !new RegExp(`^test\\([\`'"][^\`'"]*${id}`, 'm').test(titles.get(named.trim()) ?? ''),
  );
  expect(missing.map(({ id, named }) => `${id} ${named}`)).toEqual([]);
});

test('the headline is the article’s, figure by figure', async () => {
  expect(await headline()).toEqual(HEADLINE);
});

test.each(Object.entries(HEADLINE).filter(([key]) => key !== 'coverage'))(
  'the figure %s is explained by exactly %i rows',
  async (key, figure) => {
    const { stdout } = await tiaochu('report', 'headline', ...CAMPAIGN, '--explain', key, '--format', 'csv', '--quiet');
    expect(stdout.trimEnd().split('\r\n').length - 1).toBe(figure);
  },
  20_000,
);

test('the headlines of the townships add up to the banner’s', async () => {
  const townships = (await json('unit', 'list', '--level', 'township')).map(({ code: unit }) => String(unit));
  const own = [
    'villages',
    'stations',
    'working_groups',
    'teams',
    'cadres',
    'pairs',
    'household_visits',
    'village_rules',
  ];
  const sums = new Map<string, number>();
  for (const unit of townships)
    for (const [key, value] of Object.entries(await json<Record_>('report', 'headline', '--unit', unit, ...CAMPAIGN)))
      sums.set(key, (sums.get(key) ?? 0) + Number(value));
  expect(own.map(key => [key, sums.get(key)])).toEqual(Object.entries(HEADLINE).filter(([key]) => own.includes(key)));
  expect(await json<Record_>('report', 'headline', '--unit', '150722', ...CAMPAIGN)).toEqual(HEADLINE);
}, 60_000);

test.each(['150722102', '150722100200'])(
  'each figure of %s is explained by as many rows',
  async unit => {
    const figures = await json<Record_>('report', 'headline', '--unit', unit, ...CAMPAIGN);
    expect(Object.keys(figures)).not.toContain('windows');
    for (const [key, figure] of Object.entries(figures).filter(([key]) => key !== 'coverage')) {
      const words = ['report', 'headline', '--unit', unit, ...CAMPAIGN, '--explain', key];
      expect([key, (await json(...words)).length]).toEqual([key, figure]);
    }
  },
  60_000,
);

test('S-18 a thousand cadres, a hundred villages, ten thousand households', async () => {
  const { cadres, villages } = await headline();
  expect(Number(cadres)).toBeGreaterThanOrEqual(1000);
  expect(Number(villages)).toBeGreaterThanOrEqual(100);
  const [covered] = await json('report', 'coverage', '--by', 'banner', ...CAMPAIGN);
  expect(Number(covered?.households)).toBeGreaterThanOrEqual(10_000);
});

test('S-33 270,600 household visits, and a second import of their file adds none', async () => {
  const visits = async () => (await json('report', 'coverage', '--by', 'banner', ...CAMPAIGN))[0]?.visits;
  expect(await visits()).toBe(270_600);
  expect(await json('visit', 'import', join(files, 'visits.csv'))).toMatchObject([
    { added: 0, changed: 0, rejected: 0 },
  ]);
  expect(await visits()).toBe(270_600);
}, 30_000);

test('every file can be imported a second time: nothing is added and the headline stays', async () => {
  for (const file of FILE_NAMES.filter(one => one !== 'visits.csv')) {
    const stem = file.replace('.csv', '');
    const noun = ['guidance', 'outreach'].includes(stem) ? stem : stem.replace(/s$/, '');
    const [imported] = await json(noun, 'import', join(files, file));
    expect([file, imported]).toEqual([file, expect.objectContaining({ added: 0, changed: 0, rejected: 0 })]);
  }
  expect(await headline()).toEqual(HEADLINE);
}, 60_000);

test('what a clerk enters by hand is there, act by act, and the last of it is of 2023', () => {
  const moves = (kind: string, name: string) =>
    count(`select count(*) from move v join cases m on m.id = v.case_id
      where m.kind = '${kind}' and v.name = '${name}' and v.import_id is null`);
  for (const name of ['register', 'mediate', 'settle', 'escalate', 'accept', 'regrade', 'sign', 'perform', 'follow-up'])
    expect([name, moves('dispute', name) > 0]).toEqual([name, true]);
  for (const name of ['lodge', 'confer', 'route', 'task-accept', 'report', 'escalate', 'return', 'notice', 'conclude'])
    expect([name, moves('petition', name) > 0]).toEqual([name, true]);
  expect(count('select count(*) from dispute where visit_id is not null')).toBeGreaterThan(12);
  expect(count('select count(*) from need where visit_id is not null')).toBeGreaterThan(5);
  expect(count('select count(distinct answer) from invitation')).toBe(3);
  expect(count(`select count(*) from move where on_day > '2023-12-31'`)).toBe(0);
});

test('an act keeps what it says and nothing of how it was typed, neither the place of the ledger nor the operator’s options', () => {
  for (const word of ['ledger', 'dryRun', 'debug', 'quiet', 'lang'])
    expect([word, count(`select count(*) from move where json_extract(details, '$.${word}') is not null`)]).toEqual([
      word,
      0,
    ]);
});

test('a supervisor finds something of each kind to look into', async () => {
  const found = await json('report', 'quality', ...CAMPAIGN);
  expect(new Set(found.map(one => one.kind))).toEqual(
    new Set(['same diary', 'many visits on one day', 'settled as it was entered', 'all settled']),
  );
});
