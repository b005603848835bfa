import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDepartment, FIRST, SECOND, type SmallLedger, smallLedger } from '../support/ledger.ts';

const [IN_TIME, TOO_LATE, WAITING, REPEAT] = [1, 2, 3, 4].map(n => `${FIRST}-2023-P${n}`) as [
  string,
  string,
  string,
  string,
];
const AGENT = `${FIRST}-D01`;
const on = (from: string, to = from) => ['--from', from, '--to', to];

let ledger: SmallLedger;
const petition = (move: string, ...more: readonly string[]) => ledger.done('petition', move, ...more);
const lodged = (demand: string, day: string, ...more: readonly string[]) =>
  petition(
    'lodge',
    ...['--unit', FIRST, '--petitioner', '敖玉兰', '--channel', 'visit', '--kind', 'claim', '--category', '04'],
    ...['--demand', demand, '--on', day, ...more],
  );

/**
 * The notice is due on 25 May (15 days), the reply on 24 July (60 days from 25 May) or 25 July (from 26 May): one petition
 * keeps both days, one misses both by a day, one is never accepted, and one is declined as a repeat.
 */
beforeAll(async () => {
  ledger = await smallLedger();
  await ledger.done('agent', 'add', '--code', AGENT, '--name', '鄂晓光', '--unit-code', FIRST, '--on', '2023-05-01');
  await ledger.done(...addDepartment('2023-05-01'));
  for (const [number, demand, accepted, concluded, rating] of [
    [IN_TIME, '按期的', '2023-05-25', '2023-07-24', 'basically'],
    [TOO_LATE, '超期的', '2023-05-26', '2023-07-26', 'none'],
  ] as const) {
    await lodged(demand, '2023-05-10', '--authority', '2023-05-10');
    await petition('assign', number, '--agent', AGENT, '--on', '2023-05-20');
    await petition('accept', number, '--on', accepted);
    if (number === IN_TIME) await petition('route', number, '--department', 'RSJ', '--on', '2023-05-28');
    if (number === IN_TIME)
      await petition('report', number, '--department', 'RSJ', '--answer', '已补录', '--on', '2023-06-01');
    await petition('conclude', number, '--outcome', 'support', '--reply', '已补缴', '--on', concluded);
    await petition('notice', number, '--how', 'mail', '--on', concluded);
    await petition('rate', number, '--satisfaction', rating, '--on', '2023-08-01');
  }
  await lodged('无人受理的', '2023-05-10');
  await lodged('重复的', '2023-06-01', '--repeat-of', IN_TIME);
  await petition('decline', REPEAT, '--reason', '重复信访', '--on', '2023-06-05');
}, 60_000);
afterAll(() => ledger.remove());

type Figures = Record<string, number>;
const figures = async (period: readonly string[], keys: readonly string[]) => {
  const rows = await ledger.json<Figures>('report', 'petitions', '--by', 'category', ...period);
  const row = rows.find(({ category_code }) => String(category_code) === '04');
  return keys.map(key => row?.[key]);
};

test.each([
  [on('2023-05-09'), [0, 0, 0, 0, 0, 0]],
  [on('2023-05-10'), [3, 0, 0, 0, 3, 0]],
  [on('2023-05-11', '2023-05-24'), [0, 0, 0, 0, 3, 0]],
  [on('2023-05-25'), [0, 1, 0, 0, 3, 0]],
  [on('2023-05-26'), [0, 1, 0, 0, 3, 0]],
  [on('2023-05-27', '2023-05-31'), [0, 0, 0, 0, 3, 0]],
  [on('2023-06-01', '2023-06-04'), [1, 0, 0, 0, 4, 1]],
  [on('2023-06-01', '2023-06-05'), [1, 0, 1, 0, 3, 1]],
  [on('2023-06-02', '2023-06-05'), [0, 0, 0, 0, 3, 0]],
  [on('2023-07-24'), [0, 0, 0, 1, 2, 0]],
  [on('2023-07-25'), [0, 0, 0, 0, 2, 0]],
  [on('2023-07-26'), [0, 0, 0, 1, 1, 0]],
])('lodged, accepted, declined, concluded, open and repeated on the edges of %j', async (period, expected) => {
  expect(await figures(period, ['lodged', 'accepted', 'declined', 'concluded', 'open', 'repeats'])).toEqual(expected);
  const headline = JSON.parse(await ledger.done('report', 'headline', ...period, '--format', 'json')) as Figures;
  expect(headline.agency_cases).toBe(expected[1]);
});

/** [overdue, acceptance due, accepted on time, reply due, replied on time] */
test.each([
  ['the notice is due', on('2023-05-25'), [0, 1, 1, 0, 0]],
  ['the day after', on('2023-05-26'), [1, 2, 0, 0, 0]],
  ['both acceptances', on('2023-05-25', '2023-05-26'), [1, 3, 1, 0, 0]],
  ['the reply is due', on('2023-07-24'), [1, 1, 0, 1, 1]],
  ['the other reply is due', on('2023-07-25'), [1, 1, 0, 0, 0]],
  ['the reply comes a day late', on('2023-07-26'), [1, 1, 0, 1, 0]],
  ['both replies', on('2023-07-24', '2023-07-26'), [1, 1, 0, 2, 1]],
])('the last day of a deadline is in time: %s', async (_, period, expected) => {
  const keys = ['overdue', 'acceptance_due', 'accepted_on_time', 'reply_due', 'replied_on_time'];
  expect(await figures(period, keys)).toEqual(expected);
});

test.each([
  [on('2023-07-01', '2023-07-31'), [2, 0, 0]],
  [on('2023-07-01', '2023-08-01'), [2, 1, 1]],
  [on('2023-07-25', '2023-08-01'), [1, 0, 0]],
  [on('2023-07-24', '2023-07-31'), [2, 0, 0]],
])('a rating counts from its day on, with the conclusion: %j', async (period, expected) => {
  expect(await figures(period, ['asked', 'responded', 'satisfied'])).toEqual(expected);
});

test.each([
  ['2023-05-19', 0, 0],
  ['2023-05-20', 2, 0],
  ['2023-07-23', 2, 0],
  ['2023-07-24', 1, 1],
  ['2023-07-25', 1, 1],
  ['2023-07-26', 0, 2],
])('an agent’s load by %s', async (day, open, concluded) => {
  const [row] = await ledger.json<Figures>('report', 'workload', ...on('2023-05-10', day));
  expect([row?.open, row?.concluded]).toEqual([open, concluded]);
  const busy = await ledger.json('report', 'workload', ...on('2023-05-10', day), '--busy');
  expect(busy).toHaveLength(open + concluded > 0 ? 1 : 0);
  const explained = (column: string) =>
    ledger.json('report', 'workload', ...on('2023-05-10', day), '--explain', column);
  expect(await explained('open')).toHaveLength(open);
  expect(await explained('median_days')).toHaveLength(concluded);
});

test('an agent’s days run from the acceptance to the conclusion, the middle of two is their mean', async () => {
  const days = async (to: string) =>
    (await ledger.json<Figures>('report', 'workload', ...on('2023-05-10', to)))[0]?.median_days;
  expect([await days('2023-07-23'), await days('2023-07-24'), await days('2023-07-26')]).toEqual([null, 60, 60.5]);
});

test.each([
  ['2023-05-25', false],
  ['2023-05-26', true],
])('a notice that is due in days to come is not late yet: today is %s', async (today, late) => {
  const { stdout } = await ledger.run(['report', 'petitions', '--month', '2023-06', '--explain', 'overdue'], {
    env: { TIAOCHU_TODAY: today },
  });
  expect(stdout.includes(WAITING)).toBe(late);
});

test('an agency case has a letter of authority and an agent, and counts from the day on which it has all and is accepted', async () => {
  const own = await smallLedger();
  const agency = async (...period: readonly string[]) =>
    (JSON.parse(await own.done('report', 'headline', ...period, '--format', 'json')) as Figures).agency_cases;
  const roads = async (to: string) =>
    (await own.json<Figures>('report', 'petitions', '--by', 'road', ...on('2023-05-01', to))).map(row => row.accepted);
  const who = ['--petitioner', '敖玉兰', '--channel', 'visit', '--kind', 'claim', '--category', '04'];
  try {
    await own.done('agent', 'add', '--code', AGENT, '--name', '鄂晓光', '--unit-code', FIRST, '--on', '2023-05-01');
    for (const demand of ['先受理的', '没有委托书的'])
      await own.done('petition', 'lodge', '--unit', FIRST, ...who, '--demand', demand, '--on', '2023-05-10');
    for (const number of ['1', '2']) {
      await own.done('petition', 'accept', number, '--on', '2023-05-11');
      await own.done('petition', 'assign', number, '--agent', AGENT, '--on', '2023-06-01');
    }
    expect([await agency(...on('2023-05-01', '2023-12-31')), await roads('2023-12-31')]).toEqual([0, [0, 2]]);
    await own.done('petition', 'change', '1', '--authority', '2023-07-01');
    expect(await agency(...on('2023-05-01', '2023-06-30'))).toBe(0);
    expect(await agency(...on('2023-07-01'))).toBe(1);
    expect([await roads('2023-06-30'), await roads('2023-07-01')]).toEqual([
      [0, 2],
      [1, 1],
    ]);
  } finally {
    own.remove();
  }
});

test('petitions without an agent are in a row of their own', async () => {
  const rows = await ledger.json<Figures>('report', 'petitions', '--by', 'agent', ...on('2023-05-10', '2023-05-20'));
  expect(rows.map(row => [row.agent_code, row.lodged])).toEqual([
    [AGENT, 2],
    ['none', 1],
  ]);
  const before = await ledger.json<Figures>('report', 'petitions', '--by', 'agent', ...on('2023-05-10', '2023-05-19'));
  expect(before.map(row => [row.agent_code, row.lodged])).toEqual([['none', 3]]);
});

test('a petition counts with its holder, its departments from the day of their tasks on, and its category', async () => {
  await ledger.done(
    ...['petition', 'lodge', '--unit', SECOND, '--petitioner', '郭海山', '--channel', 'letter', '--kind', 'claim'],
    ...['--category', '02', '--demand', '另一村的', '--on', '2023-11-01'],
  );
  const lodged = async (by: string, ...period: readonly string[]) =>
    (await ledger.json('report', 'petitions', '--by', by, ...period))
      .filter(row => Number(row.lodged) > 0)
      .map(row => [row[by === 'unit' ? 'unit_code' : `${by}_code`] ?? row[by], row.lodged]);
  expect(await lodged('unit', '--year', '2023')).toEqual([
    [FIRST, 4],
    [SECOND, 1],
  ]);
  expect(await lodged('category', '--year', '2023')).toEqual([
    ['02', 1],
    ['04', 4],
  ]);
  expect(await lodged('department', ...on('2023-05-01', '2023-05-27'))).toEqual([['none', 3]]);
  expect(await lodged('department', ...on('2023-05-01', '2023-05-28'))).toEqual([
    ['RSJ', 1],
    ['none', 2],
  ]);
  const own = await ledger.json('report', 'petitions', '--year', '2023', '--unit', SECOND);
  expect(own.map(row => [row.unit_code, row.lodged])).toEqual([[SECOND, 1]]);
});

test('what is behind a figure is shown as of the last day', async () => {
  const explained = async (column: string, to: string) =>
    (await ledger.json('report', 'petitions', ...on('2023-05-10', to), '--explain', column)).find(
      row => row.number === IN_TIME,
    );
  const accepted = await explained('accepted', '2023-05-25');
  expect(accepted).toMatchObject({ accepted_on: '2023-05-25', reply_due_on: '2023-07-24', concluded_on: null });
  expect((await explained('concluded', '2023-07-31'))?.rating).toBeNull();
  expect((await explained('concluded', '2023-08-01'))?.rating).toBe('basically satisfied');
});
