import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from '../support/ledger.ts';

/** Everything in these files begins on 10 May; its last day is 9 June. */
const SPAN = '2023-05-10,2023-06-10';
const [BEFORE, FIRST_DAY, LAST_DAY, AFTER] = ['2023-05-09', '2023-05-10', '2023-06-09', '2023-06-10'] as const;
const V = '150722101201';
const FILES: Readonly<Record<string, string>> = {
  unit: `code,name,level,parent_code,from_on,to_on\n${V},新村,village,150722101,${SPAN}\n150722101300,新社区,community,150722101,${SPAN}\n150722102,宝山镇,township,150722,${SPAN}`,
  cadre: `code,name,unit_code,diary_no,from_on,to_on\n${V}-C01,敖玉兰,${V},RJ-9001,${SPAN}\n${V}-C02,郭海山,${V},,${SPAN}`,
  pair: `code,unit_code,cadre_a,cadre_b,from_on,to_on\n${V}-P01,${V},${V}-C01,${V}-C02,${SPAN}`,
  household: `code,unit_code,head_name,people,from_on,to_on\n${V}010001,${V},鄂晓光,3,${SPAN}`,
  assignment: `household_code,pair_code,responsible_cadre,from_on,to_on\n${V}010001,${V}-P01,${V}-C01,${SPAN}`,
  agent: `code,name,unit_code,from_on,to_on\n${V}-D01,何春花,${V},${SPAN}`,
  department: `code,name,tier,from_on,to_on\nRSJ,旗人社局,banner,${SPAN}\nZRZY,旗自然资源局,banner,,\nSFJ,旗司法局,banner,,`,
  window: `code,name,from_on,to_on\nCK01,婚姻家庭调解窗口,${SPAN}\nCK02,劳动争议窗口,,`,
  stationing: `code,window_code,department_code,from_on,to_on\nCK01-RSJ,CK01,RSJ,${SPAN}\nCK02-ZRZY,CK02,ZRZY,${SPAN}`,
  service: `code,window_code,kind,served_on,people\nF1,CK01,consultation,${FIRST_DAY},1\nF2,CK01,notary,${LAST_DAY},2`,
  guidance: `code,name,head,linked_leader,from_on,to_on\nZD01,红彦镇调研指导组,敖玉兰,郭志强,${SPAN}`,
  'village-rule': `code,unit_code,kind,title,version,adopted_on,filed_on,from_on,to_on\n${V}-G1,${V},rule,新村村规民约,1,2023-05-01,2023-05-20,${SPAN}`,
  site: `code,kind,unit_code,name,founded_on,from_on,to_on\n${V}-S01,working_group,${V},新村工作小组,2023-05-01,${SPAN}\n${SECOND}-S01,working_group,${SECOND},后宜卧奇村工作小组,2023-05-01,${SPAN}\n150722102-S01,work_station,150722102,宝山镇工作站,2023-05-01,${SPAN}`,
  post: `code,site_code,role,holder,duty_title,from_on,to_on\n${V}-S01-P01,${V}-S01,head,孟志强,村书记,2023-05-15,2023-06-05`,
  room: `code,site_code,kind,name,from_on,to_on\n150722102-S01-R01,150722102-S01,file,卷宗室,2023-05-15,2023-06-05`,
};

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  for (const [noun, text] of Object.entries(FILES)) {
    const path = ledger.write(`edge-${noun}.csv`, `${text}\n`);
    await ledger.done(noun, 'import', path, '--quiet');
  }
  await ledger.done('domain', 'add', '--code', 'fire', '--name-zh', '防火', '--name-en', 'fire', '--on', FIRST_DAY);
  await ledger.done('domain', 'close', '--yes', 'fire', '--on', AFTER);
}, 30_000);
afterAll(() => ledger.remove());

const on = (from: string, to = from) => ['--from', from, '--to', to];
type Figures = Record<string, number>;
const headline = async (...period: readonly string[]) =>
  JSON.parse(await ledger.done('report', 'headline', ...period, '--format', 'json')) as Figures;

/** How much each figure is above what the small ledger has without these files. */
const BASE = { townships: 2, villages: 3, teams: 3, cadres: 12, pairs: 6, diaries: 12 } as const;
const EXTRA = {
  ...{ townships: 1, villages: 1, communities: 1, stations: 1, working_groups: 2, teams: 1, cadres: 2, pairs: 1 },
  ...{ village_rules: 1, agents: 1, guidance_groups: 1, diaries: 1, departments: 2 },
} as const;

test.each([
  ['the day before it begins', BEFORE, 0],
  ['its first day', FIRST_DAY, 1],
  ['its last day', LAST_DAY, 1],
  ['the day on which it has ended', AFTER, 0],
])('a roster has what it holds on the period’s last day: %s', async (_, day, times) => {
  const figures = await headline(...on('2023-05-01', day));
  for (const [key, extra] of Object.entries(EXTRA))
    expect([key, figures[key]]).toEqual([key, (BASE[key as keyof typeof BASE] ?? 0) + extra * times]);
  expect(figures.windows).toBe(1 + times);
});

test('the headline counts visits on both edge days of the period', async () => {
  expect((await headline(...on('2023-05-03', '2023-05-20'))).household_visits).toBe(2);
  expect((await headline(...on('2023-05-04', '2023-05-19'))).household_visits).toBe(0);
});

test.each([
  [on('2023-05-01', BEFORE), ['CK02'], 0],
  [on('2023-05-01', FIRST_DAY), ['CK01', 'CK02'], 1],
  [on(LAST_DAY, '2023-06-30'), ['CK01', 'CK02'], 1],
  [on(AFTER, '2023-06-30'), ['CK02'], 0],
])('a window and its services count from the first day to the last: %j', async (period, windows, services) => {
  const rows = await ledger.json('service', 'count', ...period);
  expect(rows.map(row => row.window_code)).toEqual(windows);
  expect(rows.reduce((sum, row) => sum + Number(row.services), 0)).toBe(services);
  const [kind, people] = period.includes(FIRST_DAY) ? ['consultation', 1] : ['notary', 2];
  const explained = await ledger.json('service', 'count', ...period, '--explain', 'notary');
  expect(explained).toHaveLength(kind === 'notary' ? services : 0);
  if (services > 0) expect(rows[0]).toMatchObject({ consultation: 0, notary: 0, [kind]: 1, people });
});

/** What nobody enters for the new village in this test. */
const LACKED_ALL_THE_TIME = [
  'the service team has no leader',
  'never told about the petition agency',
  `${V}-G1 is not published`,
];

test.each([
  [BEFORE, []],
  [FIRST_DAY, ['the working group has no head', `${V}-G1 is not filed with the township`]],
  ['2023-05-14', ['the working group has no head', `${V}-G1 is not filed with the township`]],
  ['2023-05-15', [`${V}-G1 is not filed with the township`]],
  ['2023-05-19', [`${V}-G1 is not filed with the township`]],
  ['2023-05-20', []],
  ['2023-06-04', []],
  ['2023-06-05', ['the working group has no head']],
  [LAST_DAY, ['the working group has no head']],
  [AFTER, []],
])('what the new village lacks on %s', async (day, missing) => {
  const gaps = await ledger.json('report', 'gaps', '--on', day);
  const own = gaps.filter(gap => gap.unit_code === V).map(gap => String(gap.missing));
  expect(own.filter(gap => !LACKED_ALL_THE_TIME.includes(gap))).toEqual(missing);
  expect(own.includes('the service team has no leader')).toBe(day !== BEFORE && day !== AFTER);
});

test.each([
  [FIRST_DAY, true],
  ['2023-05-15', false],
  ['2023-06-04', false],
  ['2023-06-05', true],
])('a station lacks its file room on %s: %j', async (day, lacks) => {
  const gaps = await ledger.json('report', 'gaps', '--on', day, '--unit', '150722102');
  expect(gaps.some(gap => gap.missing === 'the work station has no file room')).toBe(lacks);
});

test.each([
  [BEFORE, 0],
  [FIRST_DAY, 1],
  [LAST_DAY, 1],
  [AFTER, 0],
])('an agent without petitions is listed where the agent is open on the last day: %s', async (day, listed) => {
  expect(await ledger.json('report', 'workload', ...on('2023-05-01', day))).toHaveLength(listed);
  expect(await ledger.json('report', 'workload', ...on('2023-05-01', day), '--busy')).toHaveLength(0);
});

/** [period, households, assigned] of the new village in the coverage tables. */
test.each([
  [on('2023-05-01', BEFORE), undefined, undefined],
  [on('2023-05-01', FIRST_DAY), 1, 1],
  [on(LAST_DAY, LAST_DAY), 1, 1],
  [on(LAST_DAY, AFTER), 1, 0],
  [on(AFTER, '2023-06-30'), undefined, undefined],
])('a household is active on any day of the period, assigned on its last: %j', async (period, households, assigned) => {
  const of = async (by: string) => await ledger.json('report', 'coverage', '--by', by, ...period);
  const village = (await of('village')).find(row => row.unit_code === V);
  expect([village?.households, village?.assigned]).toEqual([households, assigned]);
  const pair = (await of('pair')).find(row => row.pair_code === `${V}-P01`);
  const cadre = (await of('cadre')).find(row => row.cadre_code === `${V}-C01`);
  expect([pair?.households, cadre?.households]).toEqual(assigned ? [1, 1] : [undefined, undefined]);
  const missed = await ledger.json('report', 'missed', ...period, '--unit', '150722101');
  const own = missed.filter(row => row.unit_code === V);
  expect(own.map(row => row.responsible)).toEqual(households ? [assigned ? `${V}-C01` : null] : []);
  for (const column of ['households', 'assigned'] as const) {
    const rows = await ledger.json('report', 'coverage', ...period, '--explain', column);
    const count = { households, assigned }[column] ?? 0;
    expect([column, rows.filter(row => row.unit_code === V).length]).toEqual([column, count]);
  }
});

test.each([
  [on('2023-05-02'), 0],
  [on('2023-05-03'), 1],
  [on('2023-05-04', '2023-05-19'), 0],
  [on('2023-05-04', '2023-05-20'), 1],
  [on('2023-05-20', '2023-05-31'), 1],
  [on('2023-05-21', '2023-05-31'), 0],
])('a visit counts on both edge days of the period: %j', async (period, visits) => {
  const household = `${FIRST}010001`;
  const [row] = await ledger.json('report', 'coverage', '--by', 'village', '--unit', FIRST, ...period);
  expect([row?.visits, row?.visited]).toEqual([visits, visits]);
  const pairs = await ledger.json('report', 'coverage', '--by', 'pair', '--unit', FIRST, ...period);
  expect(pairs[0]).toMatchObject({ visits, visited: visits });
  const explained = (column: string) =>
    ledger.json('report', 'coverage', '--unit', FIRST, ...period, '--explain', column);
  expect(await explained('visits')).toHaveLength(visits);
  expect(await explained('visited')).toHaveLength(visits);
  expect(await explained('coverage')).toHaveLength(visits);
  expect(await explained('missed')).toHaveLength(6 - visits);
  const missed = await ledger.json('report', 'missed', '--unit', FIRST, ...period);
  expect(missed.some(row => row.household_code === household)).toBe(visits === 0);
  const domains = await ledger.json<Figures>('report', 'domains', '--unit', FIRST, ...period);
  expect(domains.reduce((sum, { visits = 0 }) => sum + visits, 0)).toBe({ '2023-05-03': 2 }[period[1] ?? ''] ?? visits);
  expect((await headline(...period)).household_visits).toBe(visits);
});

test('the last home visit of a missed household is the last by the end of the period', async () => {
  const rows = await ledger.json('report', 'missed', ...on('2023-05-04', '2023-05-19'), '--unit', FIRST);
  expect(rows.find(row => row.household_code === `${FIRST}010001`)?.last_visit_on).toBe('2023-05-03');
  const later = await ledger.json('report', 'missed', ...on('2023-05-21', '2023-05-31'), '--unit', FIRST);
  expect(later.find(row => row.household_code === `${FIRST}010001`)?.last_visit_on).toBe('2023-05-20');
});

test.each([
  [on('2023-05-01', BEFORE), false],
  [on('2023-05-01', FIRST_DAY), true],
  [on(LAST_DAY, '2023-06-30'), true],
  [on(AFTER, '2023-06-30'), false],
])('a domain is listed where it is in force on any day of the period: %j', async (period, listed) => {
  const domains = await ledger.json('report', 'domains', ...period);
  expect(domains.some(({ domain }) => domain === 'fire')).toBe(listed);
});

test.each([
  [BEFORE, false],
  [FIRST_DAY, true],
  [LAST_DAY, true],
  [AFTER, false],
])('a township without disputes is in the tables while it is open on the last day: %s', async (day, listed) => {
  for (const report of ['resolution', 'matrix']) {
    const rows = await ledger.json('report', report, ...on('2023-05-01', day));
    expect([report, rows.some(({ unit_code }) => unit_code === '150722102')]).toEqual([report, listed]);
  }
});

test('coverage that is just reached is reached, and nothing covers no household at all', async () => {
  const code = async (percent: string, ...more: readonly string[]) =>
    (await ledger.run(['report', 'coverage', ...more, '--fail-under', percent])).code;
  const [row] = await ledger.json('report', 'coverage', '--by', 'banner', ...on('2023-05-03', '2023-05-09'));
  expect([row?.visited, row?.households]).toEqual([1, 18]);
  expect(await code('5.5', ...on('2023-05-03', '2023-05-09'))).toBe(0);
  expect(await code('5.6', ...on('2023-05-03', '2023-05-09'))).toBe(5);
  expect(await code('0', '--unit', '150722102', ...on('2023-05-11'))).toBe(0);
  const none = await ledger.run([
    'report',
    'coverage',
    '--unit',
    '150722102',
    ...on('2023-05-11'),
    '--fail-under',
    '1',
  ]);
  expect([none.code, none.stderr]).toEqual([5, expect.stringContaining('There are no households')]);
});

test('the key tasks are marked among the domains', async () => {
  const domains = await ledger.json('report', 'domains', '--year', '2023');
  expect(domains.filter(row => row.key_task).map(row => row.domain)).toEqual([
    'mediation',
    'petition',
    'revitalisation',
  ]);
});

test.each([
  [BEFORE, true],
  [FIRST_DAY, false],
  [LAST_DAY, false],
  [AFTER, true],
])('a village lacks its working group until it is founded and after it is closed: %s', async (day, lacks) => {
  const gaps = await ledger.json('report', 'gaps', '--on', day, '--unit', SECOND);
  expect(gaps.some(gap => gap.missing === 'no working group')).toBe(lacks);
});
