import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from '../support/ledger.ts';

const TOWNSHIP = '150722100';
const MEETING = `${TOWNSHIP}-2023-06-1`;

let ledger: SmallLedger;
/** A meeting on 10 June with an item that is done on 20 June, and one of another township. */
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  for (const [code, unit] of [
    [MEETING, TOWNSHIP],
    ['150722101-2023-06-1', '150722101'],
  ] as const) {
    await ledger.done(
      ...['site', 'add', '--code', `${unit}-S01`, '--kind', 'work_station', '--unit-code', unit, '--name', '综治中心'],
      ...['--on', '2023-05-01'],
    );
    await ledger.done(
      ...['post', 'add', '--code', `${unit}-S01-P01`, '--site-code', `${unit}-S01`, '--role', 'head'],
      ...['--holder', '孟志强', '--duty-title', '党委书记', '--on', '2023-05-01'],
    );
    await ledger.done(
      ...['meeting', 'add', '--code', code, '--kind', 'half_month', '--unit-code', unit, '--held-on', '2023-06-10'],
      ...['--chair', '孟志强', '--summary', '调度'],
    );
    await ledger.done('meeting', 'item', 'add', code, '--text', '协调', '--owner', '司法所', '--due', '2023-06-15');
  }
  await ledger.done('meeting', 'item', 'done', `${MEETING}-1`, '--result', '已办', '--on', '2023-06-20');
}, 30_000);
afterAll(() => ledger.remove());

type Sheet = [Record<string, unknown>, Record<string, unknown>[], ...Record<string, unknown>[][]];
const sheet = async (day: string, unit = TOWNSHIP) =>
  JSON.parse(await ledger.done('meeting', 'agenda', '--unit', unit, '--on', day, '--format', 'json')) as Sheet;
/** The rows behind a figure. */
const rowsOf = (key: string, day: string) =>
  ledger.json('meeting', 'agenda', '--unit', TOWNSHIP, '--on', day, '--explain', key);
/** A figure in the half month up to a day, and in the one before. */
async function figure(key: string, day: string, unit = TOWNSHIP): Promise<[unknown, unknown]> {
  const row = (await sheet(day, unit))[1].find(each => each.key === key);
  return [row?.now, row?.before];
}

test.each([
  ['2023-06-15', '2023-06-01', '2023-05-16', '2023-05-31'],
  ['2023-06-16', '2023-06-16', '2023-06-01', '2023-06-15'],
  ['2023-03-01', '2023-03-01', '2023-02-16', '2023-02-28'],
  ['2024-01-10', '2024-01-01', '2023-12-16', '2023-12-31'],
])('the half month up to %s begins on %s, the whole one before on %s', async (to, from, previous_from, previous_to) => {
  const [heading] = await sheet(to);
  expect(heading).toMatchObject({ unit_code: TOWNSHIP, from, to, previous_from, previous_to });
});

test.each([
  ['2023-06-09', 0],
  ['2023-06-10', 1],
  ['2023-06-19', 1],
  ['2023-06-20', 0],
])('an item is open from its meeting until the day on which it is done: %s', async (day, open) => {
  const [, , items] = await sheet(day);
  expect([(await figure('decisions', day))[0], items?.length]).toEqual([open, open]);
});

test('an item that was done counts in the half month of that day, beside the one before', async () => {
  expect(await figure('done', '2023-06-19')).toEqual([0, 0]);
  expect(await figure('done', '2023-06-20')).toEqual([1, 0]);
  expect(await figure('done', '2023-07-01')).toEqual([0, 1]);
  expect(await figure('done', '2023-06-20', '150722101')).toEqual([0, 0]);
});

test('a dispute is red on the days on which it was open and its risk was red', async () => {
  await ledger.done(
    ...['dispute', 'register', '--unit', FIRST, '--title', '地界', '--grade', 'simple', '--category', '02'],
    ...['--source', 'proactive', '--applicant', 'name=何春花', '--respondent', 'name=金海山', '--on', '2023-06-05'],
    ...['--risk', 'red'],
  );
  const red = (day: string, unit?: string) => figure('red', day, unit);
  expect(await red('2023-06-04')).toEqual([0, 0]);
  expect(await red('2023-06-05')).toEqual([1, 0]);
  expect(await red('2023-06-05', '150722101')).toEqual([0, 0]);
  const rerisked = async (risk: string, today: string) => {
    const words = ['dispute', 'change', `${FIRST}-2023-1`, '--risk', risk];
    expect((await ledger.run(words, { env: { TIAOCHU_TODAY: today } })).code).toBe(0);
  };
  await rerisked('yellow', '2023-06-18');
  expect([await red('2023-06-17'), await red('2023-06-18')]).toEqual([
    [1, 1],
    [0, 1],
  ]);
  await rerisked('red', '2023-06-20');
  await ledger.done('dispute', 'withdraw', `${FIRST}-2023-1`, '--reason', '和解', '--on', '2023-06-25');
  expect([await red('2023-06-24'), await red('2023-06-25')]).toEqual([
    [1, 1],
    [0, 1],
  ]);
  expect(await figure('registered', '2023-06-05')).toEqual([1, 0]);
  expect(await figure('registered', '2023-06-20')).toEqual([0, 1]);
});

test('a need is overdue from the day after its own until its feedback', async () => {
  const household = `${FIRST}010001`;
  await ledger.done(
    ...['need', 'add', '--code', 'X-1', '--household-code', household, '--category', '住房', '--content', '漏雨'],
    ...['--raised-on', '2023-06-01', '--owner', '鄂晓光', '--due-on', '2023-06-10'],
  );
  await ledger.done('need', 'close', 'X-1', '--result', '已修缮', '--feedback', '2023-06-20');
  expect((await figure('overdue_needs', '2023-06-10'))[0]).toBe(0);
  expect((await figure('overdue_needs', '2023-06-11'))[0]).toBe(1);
  expect(await figure('overdue_needs', '2023-06-19')).toEqual([1, 1]);
  expect(await figure('overdue_needs', '2023-06-20')).toEqual([0, 1]);
});

test('a visit that the standard of a household asks for is due on the last day of its month', async () => {
  const household = `${SECOND}010006`;
  await ledger.done('household', 'change', household, '--kind', 'hardship', '--on', '2023-07-01');
  const due = async (day: string, unit?: string) => (await figure('visits_due', day, unit))[0];
  expect(await due('2023-07-30')).toBe(0);
  const [before, listed] = [await due('2023-07-31'), await rowsOf('visits_due', '2023-07-31')];
  expect(listed.map(row => row.household_code)).toEqual([household]);
  expect(before).toBe(1);
  expect(await due('2023-07-31', '150722101')).toBe(0);
  expect(await figure('visits_due', '2023-08-15')).toEqual([0, 1]);
});

test('a township that is new or has a new code is compared with what it was before', async () => {
  await ledger.done(
    'unit',
    'add',
    '--code',
    '150722103',
    '--name',
    '新乡',
    '--level',
    'township',
    '--on',
    '2023-07-05',
  );
  expect(await figure('registered', '2023-07-10', '150722103')).toEqual([0, 0]);
  await ledger.done('unit', 'recode', '150722101', '150722104', '--on', '2023-07-03', '--reason', '区划调整');
  const [heading] = await sheet('2023-07-10', '150722104');
  expect(heading).toMatchObject({ unit: '红彦镇', heads: '150722101-S01-P01', previous_from: '2023-06-16' });
  expect(await figure('decisions', '2023-07-10', '150722104')).toEqual([1, 1]);
});

test('every command on the sheet works and lists as many rows as its figure says', async () => {
  const [, figures] = await sheet('2023-06-15');
  expect(figures.length).toBeGreaterThanOrEqual(12);
  for (const { command, now } of figures) {
    const words = String(command).split(' ').slice(1);
    expect(JSON.parse(await ledger.done(...words, '--format', 'json')), String(command)).toHaveLength(Number(now));
  }
});

test.each([
  ['2023-04-30', false],
  ['2023-05-01', false],
  ['2023-05-02', true],
])('the meetings that are due name a campaign that begins after their first day: %s', async (start, named) => {
  await ledger.done('campaign', 'change', '--from', start);
  const { stderr } = await ledger.run(['meeting', 'due', '--month', '2023-05', '--format', 'json']);
  expect(stderr.includes('The campaign starts on')).toBe(named);
});

test('the meetings that are due are those of a unit, from the first day of its year', async () => {
  const due = async (...more: readonly string[]) =>
    (await ledger.json('meeting', 'due', '--to', '2023-06-30', ...more)).filter(row => row.kind === 'half-monthly');
  await ledger.done('campaign', 'change', '--from', '2023-01-01');
  const own = await due('--unit', TOWNSHIP);
  expect([own.length, own[0]?.first_on, own[0]?.unit_code]).toEqual([11, '2023-01-01', TOWNSHIP]);
  expect(await due()).toHaveLength(22);
  expect(await due('--from', '2023-06-01', '--unit', TOWNSHIP)).toHaveLength(1);
});
