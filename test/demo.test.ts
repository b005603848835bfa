import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dataset, datasetOf } from '../src/demo/dataset.ts';
import { FILE_NAMES, textOf } from '../src/demo/files.ts';
import { OVERDUE, WAITING } from '../src/demo/results.ts';
import { run } from './support/run.ts';

const folder = mkdtempSync(join(tmpdir(), '演示 demo '));
const ledger = join(folder, 'ledger.db');
let banner: Dataset;
let smaller: readonly Dataset[];
let printed: string;

beforeAll(async () => {
  banner = datasetOf('banner');
  smaller = [datasetOf('village'), datasetOf('township')];
  const made = await run(['demo', '--scale', 'village', '--ledger', ledger]);
  expect(made.code).toBe(0);
  printed = made.stdout;
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

test('a demo on a terminal asks nothing, although its days are long past', async () => {
  const own = mkdtempSync(join(tmpdir(), 'demo on a terminal '));
  const path = join(own, 'ledger.db');
  const answers: string[] = [];
  const made = await run(['demo', '--scale', 'village', '--ledger', path], {
    answers,
    env: { TIAOCHU_TODAY: '2026-11-28' },
  });
  expect(made.code, made.stderr).toBe(0);
  expect(made.stderr).not.toContain('? ');
  rmSync(own, { recursive: true });
}, 60_000);

test('the banner has the numbers of the published report', () => {
  expect(banner.cadres).toHaveLength(3446);
  expect(banner.pairs).toHaveLength(1723);
  expect(banner.households).toHaveLength(94_765);
  expect(banner.assignments).toHaveLength(94_765);
  const home = banner.visits.filter(visit => visit.mode === 'home');
  expect(home).toHaveLength(270_600);
  const sizes = [...grouped(banner.cadres, cadre => cadre.unit_code).values()].map(team => team.length);
  expect(sizes.filter(size => size === 14)).toHaveLength(245);
  expect(sizes.filter(size => size === 16)).toHaveLength(1);
});

test('every cadre is in one pair, every pair looks after 55 households', () => {
  const paired = banner.pairs.flatMap(pair => [pair.cadre_a, pair.cadre_b]);
  expect(new Set(paired).size).toBe(paired.length);
  expect(new Set(paired)).toEqual(new Set(banner.cadres.map(cadre => cadre.code)));
  const loads = [...grouped(banner.assignments, assignment => assignment.pair_code).values()].map(rows => rows.length);
  expect(loads).toHaveLength(1723);
  expect(new Set(loads)).toEqual(new Set([55]));
});

test('every household is visited at home twice or more, in the campaign, day after day', () => {
  const days = banner.visits.map(visit => visit.visited_on);
  expect(days[0]).toBe('2023-05-01');
  expect(days.at(-1)).toBe('2023-12-31');
  expect(days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day)).toBe(true);
  const counts = new Map<string, number>();
  for (const { mode, household_code: code } of banner.visits)
    if (mode === 'home') counts.set(code, (counts.get(code) ?? 0) + 1);
  expect(counts.size).toBe(94_765);
  expect([...counts.values()].every(count => count >= 2)).toBe(true);
});

test('phone calls, absent calls and stand-ins are few, and no visit is there twice', () => {
  const calls = banner.visits.filter(visit => visit.mode !== 'home').length;
  const standIns = banner.visits.filter(visit => visit.substitute === 'yes').length;
  expect(calls).toBeGreaterThan(200);
  expect(calls).toBeLessThan(1000);
  expect(standIns).toBeGreaterThan(24);
  expect(standIns).toBeLessThan(100);
  const pairOf = (visit: Dataset['visits'][number]) => [visit.cadre_a, visit.cadre_b].sort().join();
  const keys = banner.visits.map(v => [v.visited_on, v.household_code, pairOf(v), v.mode].join());
  expect(new Set(keys).size).toBe(keys.length);
});

test('the demo shows how the disputes stand, and one that the township has not answered', async () => {
  expect(printed).toContain('Disputes (2023-05-01 to 2023-12-31)');
  expect(printed).toContain(`dispute show ${WAITING}`);
  const shown = await run(['dispute', 'show', WAITING, '--ledger', ledger]);
  expect(shown.stdout).toMatch(/Offered to +尼尔基镇/);
  expect((await run(['dispute', 'list', '--overdue', '--ledger', ledger])).stdout).toContain(WAITING);
});

test('the demo shows how the petitions stand, and one without a reply, at every scale', async () => {
  expect(printed).toContain('Petitions (2023-05-01 to 2023-12-31)');
  for (const path of [ledger]) {
    const shown = await run(['petition', 'show', OVERDUE, '--ledger', path]);
    expect(shown.stdout).toMatch(/Status +accepted/);
    expect(shown.stdout).toMatch(/2023-10-09 .* overdue/);
  }
  const listed = await run(['petition', 'list', '--unit', '150722100200', '--all', '--ledger', ledger]);
  expect(listed.stdout).toContain('3 in all');
});

test('every line of what to try next works', async () => {
  const lines = [...printed.matchAll(/(?:node bin\/tiaochu\.js|tiaochu) (.+) --ledger/g)].map(([, words = '']) =>
    words.split(' '),
  );
  expect(lines.length).toBeGreaterThan(10);
  for (const words of lines) expect(await run([...words, '--ledger', ledger])).toMatchObject({ code: 0, stderr: '' });
});

test('the files are the same on every run', () => {
  const digest = (data: Dataset) =>
    FILE_NAMES.map(file => {
      const hash = createHash('sha256');
      for (const piece of textOf(file, data)) hash.update(piece);
      return hash.digest('hex');
    });
  const [village = banner, township = banner] = smaller;
  expect(digest(datasetOf('township'))).toEqual(digest(township));
  for (const file of FILE_NAMES)
    expect(readFileSync(join(folder, file), 'utf8')).toBe([...textOf(file, village)].join(''));
});

test('the units of the banner are the list of divisions, unchanged', () => {
  expect(banner.units).toBe(readFileSync(new URL('../src/demo/divisions.csv', import.meta.url), 'utf8'));
});

test('diaries with quotes, commas and line breaks come back from the file as they were', () => {
  const { visits } = smaller[1] ?? banner;
  const read: { diary: string }[] = parse([...textOf('visits.csv', { ...banner, visits })].join(''), {
    bom: true,
    columns: true,
  });
  expect(read.map(row => row.diary)).toEqual(visits.map(visit => visit.diary));
  for (const sign of ['"', ', ', '\n']) expect(visits.some(visit => visit.diary?.includes(sign))).toBe(true);
});

test('a small demo leaves a sound ledger and its files, and nothing else', async () => {
  expect(readdirSync(folder).sort()).toEqual([...FILE_NAMES, 'ledger.db', 'ledger.db.key'].sort());
  expect((await run(['check', '--ledger', ledger])).code).toBe(0);
  const report = await run(['report', 'coverage', '--ledger', ledger, '--format', 'json']);
  expect(JSON.parse(report.stdout)).toMatchObject([{ unit_code: '150722100', households: 385, visited: 385 }]);
});

test('the records that the help names are there', async () => {
  const visit = [
    ...['visit', 'add', '--visited-on', '2023-12-30', '--household-code', '150722100200010001', '--dry-run'],
    ...['--cadre-a', '150722100200-C01', '--cadre-b', '150722100200-C02', '--domains', 'mediation', '--ledger', ledger],
  ];
  expect(await run(visit)).toMatchObject({ code: 0 });
  expect((await run(['pair', 'show', '150722100200-P01', '--ledger', ledger])).code).toBe(0);
});

test('the files import again with nothing added', async () => {
  for (const file of FILE_NAMES) {
    const noun = file.replace(/s?\.csv$/, '');
    const again = await run([noun, 'import', join(folder, file), '--ledger', ledger, '--format', 'json']);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject([{ added: 0, changed: 0, rejected: 0 }]);
  }
});

test('a second demo rebuilds its own ledger and prints valid JSON', async () => {
  const renamed = await run(['unit', 'change', '150722100200', '--name', '改名村', '--ledger', ledger]);
  expect(renamed.code).toBe(0);
  const again = await run(['demo', '--scale', 'village', '--ledger', ledger, '--format', 'json']);
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toHaveLength(1);
  expect(again.stderr).toContain(JSON.stringify(`--ledger "${ledger}"`).slice(1, -1));
  expect((await run(['unit', 'show', '150722100200', '--ledger', ledger])).stdout).toContain('尼尔基村委会');
});

test('the demo refuses any other ledger or file', async () => {
  const own = join(folder, 'own.db');
  await run(['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗', '--ledger', own]);
  const text = join(folder, 'notes.txt');
  writeFileSync(text, 'my notes');
  for (const path of [own, text, folder]) {
    const before = path === folder ? '' : readFileSync(path, 'latin1');
    const refused = await run(['demo', '--scale', 'village', '--ledger', path]);
    expect(refused).toMatchObject({ code: 4, stdout: '' });
    expect(refused.stderr).toContain('--ledger');
    if (path !== folder) expect(readFileSync(path, 'latin1')).toBe(before);
  }
});

test('a file of someone else beside a new demo ledger is not overwritten', async () => {
  const place = mkdtempSync(join(folder, 'mine '));
  copyFileSync(join(folder, 'units.csv'), join(place, 'units.csv'));
  writeFileSync(join(place, 'visits.csv'), 'my visits');
  const path = join(place, 'demo.db');
  const refused = await run(['demo', '--scale', 'village', '--ledger', path]);
  expect(refused.code).toBe(4);
  expect(refused.stderr).toContain('visits.csv');
  expect(readdirSync(place).sort()).toEqual(['units.csv', 'visits.csv']);
});

test('a dry run makes nothing', async () => {
  const path = join(folder, 'nowhere', 'ledger.db');
  const dry = await run(['demo', '--scale', 'village', '--dry-run', '--ledger', path]);
  expect(dry.code).toBe(0);
  expect(dry.stdout).toContain('385 rows');
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

test('before the last day of its visits the demo says why it cannot be made', async () => {
  const early = await run(['demo', '--scale', 'village', '--ledger', ledger], {
    env: { TIAOCHU_TODAY: '2023-08-01' },
  });
  expect(early.code).toBe(4);
  expect(early.stderr).toContain('2023-12-31');
});
