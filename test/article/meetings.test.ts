import { expect, test } from 'vitest';
import { widthOf } from '../../src/output/width.ts';
import { CAMPAIGN, demoBanner, rowsBy } from '../support/banner.ts';
import { run } from '../support/run.ts';

const { tiaochu, json, done, ledger } = demoBanner();

/** How many meetings of a kind each unit held in the campaign. */
async function held(kind: string): Promise<Record<string, number>> {
  const meetings = await json('meeting', 'list', '--kind', kind, ...CAMPAIGN);
  return Object.fromEntries([...rowsBy(meetings, 'unit_code')].map(([unit, own]) => [unit, own.length]));
}
const townships = async () => (await json('unit', 'list', '--level', 'township')).map(one => String(one.code));
const everywhere = async (times: number) => Object.fromEntries((await townships()).map(code => [code, times]));
const due = (...period: readonly string[]) => json('meeting', 'due', ...period);
const adding = (code: string, kind: string, unit: string, day: string, chair: string) =>
  done('meeting', 'add', '--code', code, '--kind', kind, '--unit-code', unit, '--held-on', day, '--chair', chair);

test('S-42 sixteen half months in each township; the one that was missed is listed until it is entered', async () => {
  expect(await held('half_month')).toEqual({ ...(await everywhere(16)), '150722201': 15 });
  const all = await due(...CAMPAIGN);
  expect(await due('--year', '2023')).toEqual(all);
  const missed = all.filter(one => one.kind === 'half-monthly');
  expect(missed).toMatchObject([{ unit_code: '150722201', first_on: '2023-09-16', last_on: '2023-09-30' }]);
  await adding('150722201-2023-09-B', 'half_month', '150722201', '2023-09-28', '150722201-S01-P01');
  expect(await held('half_month')).toEqual(await everywhere(16));
  expect((await due(...CAMPAIGN)).filter(one => one.kind === 'half-monthly')).toEqual([]);
});

test('S-43 eight months in each township, each with its linked leader', async () => {
  expect(await held('month')).toEqual({ ...(await everywhere(8)), '150722108': 7 });
  const missed = (await due(...CAMPAIGN)).filter(one => one.kind === 'monthly');
  expect(missed).toMatchObject([{ unit_code: '150722108', first_on: '2023-10-01', last_on: '2023-10-31' }]);
  const revealed = ['--reveal', '核对'];
  const monthly = await json('meeting', 'list', '--kind', 'month', ...CAMPAIGN, ...revealed);
  const leaders = await json('linked-leader', 'list', '--on', '2023-12-31', ...revealed);
  expect(leaders).toHaveLength(15);
  const linked = new Map(leaders.map(one => [one.unit_code, one.name]));
  expect(monthly.filter(one => one.linked_leader !== linked.get(one.unit_code))).toEqual([]);
  const groups = await json('guidance', 'list', ...revealed);
  expect(groups.filter(one => ![...linked.values()].includes(`${one.linked_leader}`))).toEqual([]);
});

test('S-44 a quarter is complete only with the reports of all sixteen groups', async () => {
  const quarterly = async (quarter: string) =>
    (await due('--quarter', quarter)).filter(one => one.kind === 'quarterly');
  expect([await quarterly('2023-Q2'), await quarterly('2023-Q3'), await quarterly('2023-Q4')]).toEqual([[], [], []]);
  await done('meeting', 'withdraw', '--yes', '150722-2023-Q4', '--reason', '重新登记', '--with-entries');
  expect(await quarterly('2023-Q4')).toMatchObject([{ unit_code: '150722', missing: 'no meeting' }]);
  await adding('150722-2023-Q4-2', 'quarter', '150722', '2023-12-22', '150722-S02-P01');
  const groups = (await json('guidance', 'list')).map(one => String(one.code));
  expect(groups).toHaveLength(16);
  for (const [index, group] of groups.entries()) {
    expect(await quarterly('2023-Q4')).toMatchObject([{ reported: index, groups: 16 }]);
    await done('meeting', 'report', '150722-2023-Q4-2', '--group', group, '--summary', '工作汇报');
  }
  expect(await quarterly('2023-Q4')).toEqual([]);
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

test('S-42 the half-month sheet fits one page, and each of its commands lists the rows of its figure', async () => {
  for (const [unit, day] of [
    ['150722', '2023-08-31'],
    ['150722100', '2023-12-31'],
    ['150722102', '2023-08-15'],
  ] as const) {
    const words = ['meeting', 'agenda', '--unit', unit, '--on', day, '--ledger', ledger];
    for (const lang of ['zh', 'en']) {
      const { stdout } = await run([...words, '--lang', lang, '--no-color'], { columns: 80 });
      const lines = stdout.trimEnd().split('\n');
      expect(lines.length, `${unit} ${day} ${lang}`).toBeLessThanOrEqual(60);
      expect(lines.filter(line => widthOf(line) > 80)).toEqual([]);
    }
    const [, figures] = await json<[unknown, Record<string, unknown>[]]>(...words.slice(0, 6));
    for (const { command, now } of figures)
      expect(await json(...String(command).split(' ').slice(1)), String(command)).toHaveLength(Number(now));
  }
});
