import { expect, test } from 'vitest';
import { CAMPAIGN, demoBanner, type Record_, sumOf } from '../support/banner.ts';

const { tiaochu, json, done } = demoBanner();
const VILLAGE = '150722100200';

interface Shown extends Record_ {
  readonly tasks: readonly Record_[];
  readonly offers: readonly Record_[];
}
const shown = (number: string) => json<Shown>('petition', 'show', number);

/** A petition that was lodged on Monday 2023-11-20 and accepted the day after. */
async function lodged(): Promise<string> {
  const what = [
    '--channel',
    'visit',
    '--kind',
    'claim',
    '--category',
    '04',
    '--demand',
    '养老保险补缴',
    '--on',
    '2023-11-20',
  ];
  const { petition } = await json<Record_>('petition', 'lodge', '--unit', VILLAGE, '--petitioner', '敖玉兰', ...what);
  await done('petition', 'accept', String(petition), '--on', '2023-11-21');
  return String(petition);
}
const confer = (number: string, ...decided: readonly string[]) =>
  done(
    ...['petition', 'confer', number, '--attendees', '郭海山', '孟志强', '--analysis', '属社保经办'],
    ...['--decision', '由代办员联系人社局', '--on', '2023-11-22', ...decided],
  );

test('S-41 33 agency cases were accepted, 29 of them concluded and 4 open; 4 were declined', async () => {
  const rows = await json('report', 'petitions', '--by', 'category', ...CAMPAIGN);
  const figures = ['lodged', 'accepted', 'declined', 'concluded', 'open'].map(key => sumOf(rows, key));
  expect(figures).toEqual([37, 33, 4, 29, 4]);
  const roads = await json('report', 'petitions', '--by', 'road', ...CAMPAIGN);
  expect(roads.map(({ road, lodged, accepted }) => [road, lodged, accepted])).toEqual([
    ['agency', 33, 33],
    ['without agency', 4, 0],
  ]);
  const loads = await json('report', 'workload', ...CAMPAIGN);
  expect([loads.length, sumOf(loads, 'open'), sumOf(loads, 'concluded')]).toEqual([771, 4, 29]);
});

test('S-53 what people said of their petitions and disputes, n of m', async () => {
  const rows = await json('report', 'petitions', '--by', 'category', ...CAMPAIGN);
  expect([sumOf(rows, 'satisfied'), sumOf(rows, 'responded'), sumOf(rows, 'asked')]).toEqual([25, 26, 29]);
  for (const { satisfied, responded, satisfaction_rate: rate } of rows)
    expect(rate).toBe(Number(responded) === 0 ? null : Number(satisfied) / Number(responded));
  const log = await json('dispute', 'history', `${VILLAGE}-2023-10`);
  expect(log.find(one => one.move === 'follow-up' || one.move === 'follow up')?.says).toBe('satisfaction: satisfied');
});

test('S-36 an agency case is lodged, accepted, carried by an agent, concluded, rated and closed', async () => {
  const number = await lodged();
  await done('petition', 'assign', number, '--agent', `${VILLAGE}-D02`, '--on', '2023-11-22');
  await done('petition', 'route', number, '--department', 'RSJ', '--on', '2023-11-23');
  await done('petition', 'accept', number, '--department', 'RSJ', '--on', '2023-11-24');
  await done('petition', 'report', number, '--department', 'RSJ', '--answer', '已补录', '--on', '2023-11-30');
  await done('petition', 'conclude', number, '--outcome', 'support', '--reply', '已补缴', '--on', '2023-12-01');
  await done('petition', 'notice', number, '--kind', 'opinion', '--how', 'in-person', '--on', '2023-12-01');
  await done('petition', 'rate', number, '--satisfaction', 'satisfied', '--on', '2023-12-02');
  expect((await tiaochu('petition', 'close', number, '--on', '2023-12-03')).code).toBe(4);
  await done('petition', 'close', number, '--on', '2023-12-03', '--waived');
  expect(await shown(number)).toMatchObject({ status: 'closed', agent: `${VILLAGE}-D02`, rating: 'satisfied' });
});

test('S-37 a conference finds out whose a demand is: its decision assigns the agent and routes the task', async () => {
  const number = await lodged();
  expect(await shown(number)).toMatchObject({ agent: null, tasks: [] });
  await confer(number, '--agent', `${VILLAGE}-D02`, '--department', 'RSJ', '--due', '2023-12-20');
  const { agent, tasks } = await shown(number);
  expect(agent).toBe(`${VILLAGE}-D02`);
  expect(tasks).toMatchObject([{ name: '旗人力资源和社会保障局', due_on: '2023-12-20' }]);
  const log = await json('petition', 'history', number);
  expect(String(log.find(one => one.move === 'confer')?.says)).toMatch(/attendees.*analysis.*decision/);
});

test('S-38 a department has one task at a time, until it reports', async () => {
  const number = await lodged();
  await done('petition', 'route', number, '--department', 'RSJ', '--due', '2023-12-20', '--on', '2023-11-22');
  const route = (day: string) => tiaochu('petition', 'route', number, '--department', 'RSJ', '--on', day);
  expect((await route('2023-11-23')).code).toBe(4);
  await done('petition', 'report', number, '--department', 'RSJ', '--answer', '已补录', '--on', '2023-11-24');
  expect((await route('2023-11-25')).code).toBe(0);
});

test('S-38 what is routed is objected to within five working days, with a reason, and why says by when', async () => {
  const number = await lodged();
  await confer(number);
  await done('petition', 'route', number, '--department', 'RSJ', '--on', '2023-11-23');
  const limit = (await json('petition', 'why', number)).find(one => one.rule === 'XF_OBJECT_5WD');
  expect(limit).toMatchObject({
    start_on: '2023-11-23',
    due_on: '2023-11-30',
    length: '5 working days',
    state: 'lapsed',
  });
  expect(String(limit?.citation)).toContain('Art. 23(3)');
  const object = (...words: readonly string[]) =>
    tiaochu('petition', 'object', number, '--department', 'RSJ', ...words);
  const late = await object('--reason', '属医保部门职责', '--on', '2023-12-01');
  expect([late.code, late.stderr]).toEqual([4, expect.stringContaining('2023-11-30')]);
  expect((await object('--on', '2023-11-30')).code).toBe(2);
  expect((await object('--reason', '属医保部门职责', '--on', '2023-11-30')).code).toBe(0);
  const { holder, tasks } = await shown(number);
  expect([holder, tasks]).toEqual([
    '尼尔基村委会',
    [expect.objectContaining({ state: 'objected', answered_on: '2023-11-30', answer: '属医保部门职责' })],
  ]);
});

test('S-36 S-37 S-38 the demo’s agents went these ways: to a department, up, and up and back again', async () => {
  const all = await json('petition', 'list', '--all');
  const logs = await Promise.all(all.map(({ number }) => json('petition', 'history', String(number))));
  const went = (...moves: readonly string[]) =>
    logs.filter(log => moves.every(move => log.some(one => one.move === move))).length;
  expect(went('confer', 'report', 'conclude')).toBeGreaterThan(3);
  expect(went('confer', 'escalate', 'route', 'conclude')).toBeGreaterThan(1);
  expect(went('escalate', 'return')).toBeGreaterThan(1);
}, 20_000);

test('S-39 no petition goes up without a conference or a reason', async () => {
  const number = await lodged();
  const up = (...words: readonly string[]) => tiaochu('petition', 'escalate', number, '--on', '2023-11-23', ...words);
  const early = await up();
  expect([early.code, early.stderr]).toEqual([4, expect.stringContaining('--direct')]);
  expect((await up('--direct', '情况紧急')).code).toBe(0);
});

test('S-40 771 agents are in office, one who leaves is no longer counted', async () => {
  const agents = async () => (await json('agent', 'list', '--on', '2023-12-31')).length;
  expect(await agents()).toBe(771);
  expect((await json<Record_>('report', 'headline', ...CAMPAIGN)).agents).toBe(771);
  await done('agent', 'close', '--yes', '150722-D03', '--on', '2023-12-31', '--reason', '调离');
  expect(await agents()).toBe(770);
});
