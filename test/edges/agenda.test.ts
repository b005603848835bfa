import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger, THIRD } from '../support/ledger.ts';

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

const agenda = async (day: string, unit = TOWNSHIP) =>
  JSON.parse(await ledger.done('meeting', 'agenda', '--unit', unit, '--on', day, '--format', 'json')) as [
    Record<string, unknown>,
    ...Record<string, unknown>[][],
  ];

test.each([
  ['2023-06-09', 0],
  ['2023-06-10', 1],
  ['2023-06-19', 1],
  ['2023-06-20', 0],
])('an item is open from its meeting until the day on which it is done: %s', async (day, open) => {
  const [summary, items] = await agenda(day);
  expect([summary.items, items?.length]).toEqual([open, open]);
});

test.each([
  ['2023-05-31', [FIRST, SECOND], { visited: 1, missed: 5 }],
  ['2023-06-01', [FIRST, SECOND], { visited: 0, missed: 6 }],
  ['2023-06-02', [FIRST, SECOND], { visited: 1, missed: 5 }],
])('the households not visited are those of the month up to the day: %s', async (day, units, first) => {
  const [, , , villages] = await agenda(day);
  expect(villages?.map(row => row.unit_code)).toEqual(units);
  expect(villages?.[0]).toMatchObject(first);
});

test('the banner’s agenda has all its villages, but none that was visited in full', async () => {
  const visits = [1, 2, 4, 5, 6].map(
    n => `2023-07-20,${THIRD}01000${n},${THIRD}-C0${n < 4 ? 1 : 3},${THIRD}-C0${n < 4 ? 2 : 4},law,home`,
  );
  visits.push(`2023-07-20,${THIRD}010003,${THIRD}-C01,${THIRD}-C02,law,home`);
  const header = 'visited_on,household_code,cadre_a,cadre_b,domains,mode';
  await ledger.done('visit', 'import', ledger.write('full.csv', `${[header, ...visits].join('\n')}\n`), '--quiet');
  const units = async (day: string) => (await agenda(day, '150722'))[3]?.map(row => row.unit_code);
  expect(await units('2023-07-19')).toEqual([FIRST, SECOND, THIRD]);
  expect(await units('2023-07-20')).toEqual([FIRST, SECOND]);
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
