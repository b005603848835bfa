import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger, THIRD } from '../support/ledger.ts';

const on = (from: string, to = from) => ['--from', from, '--to', to];
const [C1, C2, C3, C4] = [1, 2, 3, 4].map(n => `${FIRST}-C0${n}`) as [string, string, string, string];
const visit = (day: string, household: string, diary: string, cadres = [C1, C2], mode = 'home') =>
  `${day},${household},${cadres.join(',')},mediation,${mode},yes,${diary}`;
const households = (count: number) =>
  Array.from({ length: count }, (_, n) => `${FIRST}03${String(n + 1).padStart(4, '0')}`);
const all = households(60);
const [H1, H2, H3, H4, H5] = all as [string, string, string, string, string];

/** Three same diaries from 3 to 20 May, five shared ones of two pairs from 2 to 6 June, sixty visits on 1 July. */
const VISITS = [
  visit('2023-05-03', H1, '一切正常'),
  visit('2023-05-10', H2, '一切正常'),
  visit('2023-05-11', H4, '了解就业情况'),
  visit('2023-05-20', H3, '一切正常'),
  ...[H1, H2, H3, H4].map((household, n) => visit(`2023-06-0${n + 2}`, household, '宣传防火政策', [C1, C2])),
  visit('2023-06-06', H5, '宣传防火政策', [C3, C4]),
  ...[H1, H2, H3, H4, H5].map(household => visit('2023-08-01', household, '宣传防火')),
  visit('2023-08-01', H5, '宣传防火', [C3, C4]),
  ...[H1, H2, H3, H4, H5].map((household, n) => visit(`2023-09-0${n + 1}`, household, '讲解医保政策')),
  ...all.map(household => visit('2023-07-01', household, '')),
  ...all.slice(1).map(household => visit('2023-07-02', household, '')),
  visit('2023-07-02', H1, '', [C1, C2], 'phone'),
];

let ledger: SmallLedger;
const write = (name: string, header: string, lines: readonly string[]) =>
  ledger.write(name, `${[header, ...lines].join('\n')}\n`);
const register = (unit: string, title: string, now: string) =>
  ledger.run(
    [
      ...['dispute', 'register', '--unit', unit, '--grade', 'simple', '--category', '02', '--title', title],
      ...['--applicant', '敖玉兰', '--on', '2023-05-30'],
    ],
    { now },
  );
const settle = (number: string, now: string, day = '2023-05-30') =>
  ledger.run(
    ['dispute', 'settle', number, '--on', day, '--form', 'oral', '--content', '各让一步', '--rights-notified', day],
    { now },
  );

beforeAll(async () => {
  ledger = await smallLedger();
  const lines = all.map(code => `${code},${FIRST},鄂晓光,3`);
  await ledger.done('household', 'import', write('h.csv', 'code,unit_code,head_name,people', lines), '--quiet');
  const header = 'visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute,diary';
  await ledger.done('visit', 'import', write('v.csv', header, VISITS), '--quiet');
  for (const [n, apart, day] of [
    [1, '12:01:00', '2023-05-30'],
    [2, '12:01:01', '2023-05-30'],
    [3, '12:00:30', '2023-05-31'],
  ] as const) {
    const number = `${FIRST}-2023-${n}`;
    await register(FIRST, `纠纷${n}`, '2023-12-31T12:00:00.000Z');
    await ledger.done(
      ...['dispute', 'mediate', number, '--on', '2023-05-30', '--mediator', '郭海山', '--outcome', 'agreed'],
      ...['--record', '当场说和'],
    );
    await settle(number, `2023-12-31T${apart}.000Z`, day);
  }
  const old = (n: number, unit: string) =>
    `J${unit}${n},${unit},2023-10-0${n},simple,02,旧案${n},proactive,敖玉兰,settled,2023-10-2${n}`;
  const olds = [1, 2, 3, 4, 5].flatMap(n => [old(n, SECOND), ...(n < 5 ? [old(n, FIRST)] : [])]);
  for (const n of [1, 2, 3, 4, 5])
    olds.push(n < 5 ? old(n, THIRD) : `J${n},${THIRD},2023-10-05,simple,02,旧案,proactive,敖玉兰,mediating,`);
  const heading = 'old_number,unit_code,registered_on,grade,category,title,source,applicant,status,settled_on';
  await ledger.done('dispute', 'import', write('old.csv', heading, olds), '--quiet');
}, 60_000);
afterAll(() => ledger.remove());

const found = async (period: readonly string[], ...kinds: readonly string[]) => {
  const rows = await ledger.json('report', 'quality', ...period);
  return rows.filter(row => kinds.includes(String(row.kind))).map(row => [row.who, row.what, row.count]);
};
const PAIR = `${FIRST}-P01`;

test.each([
  [on('2023-05-03', '2023-05-20'), [[PAIR, '一切正常', 3]]],
  [on('2023-05-04', '2023-05-20'), []],
  [on('2023-05-03', '2023-05-19'), []],
])('three same diaries of one pair count from the first day to the last: %j', async (period, expected) => {
  expect(await found(period, 'same diary')).toEqual(expected);
  const explained = await ledger.json('report', 'quality', ...period, '--explain', 'count');
  expect(explained.map(row => row.on_day)).toEqual(
    expected.length > 0 ? ['2023-05-03', '2023-05-10', '2023-05-20'] : [],
  );
});

test.each([
  [on('2023-06-02', '2023-06-06'), [['2 pairs', '宣传防火政策', 5]]],
  [on('2023-06-03', '2023-06-06'), []],
  [on('2023-06-02', '2023-06-05'), []],
  [on('2023-08-01'), []],
  [on('2023-09-01', '2023-09-05'), []],
])('five same diaries of six characters by several pairs are shared: %j', async (period, expected) => {
  expect(await found(period, 'same diary by several pairs')).toEqual(expected);
  const explained = await ledger.json('report', 'quality', ...period, '--explain', 'count');
  expect(explained.filter(row => row.kind === 'same diary by several pairs')).toHaveLength(expected.length * 5);
});

test.each([
  [on('2023-07-01'), [[PAIR, '60 home visits on 2023-07-01', 60]]],
  [on('2023-07-02'), []],
])('sixty home visits on a day are many, fifty-nine are not: %j', async (period, expected) => {
  expect(await found(period, 'many visits on one day')).toEqual(expected);
  expect(await ledger.json('report', 'quality', ...period, '--explain', 'count')).toHaveLength(expected.length * 60);
});

test.each([
  [on('2023-05-29'), 0],
  [on('2023-05-30'), 1],
  [on('2023-05-31'), 0],
])('settled within sixty seconds of the registration, on its day: %j', async (period, count) => {
  expect(await found(period, 'settled as it was entered')).toHaveLength(count);
});

test.each([
  [on('2023-10-01', '2023-10-25'), [[SECOND, '5 registered, every one settled', 5]]],
  [on('2023-10-01', '2023-10-24'), []],
  [on('2023-10-02', '2023-10-25'), []],
])('five disputes that are all settled by the end: %j', async (period, expected) => {
  expect(await found(period, 'all settled')).toEqual(expected);
});

test('five registered disputes are ranked, four are not', async () => {
  const rows = await ledger.json('report', 'resolution', '--by', 'village', ...on('2023-10-01', '2023-10-31'));
  const rank = (unit: string) => rows.find(row => row.unit_code === unit)?.rank;
  expect([rank(SECOND), rank(THIRD), rank(FIRST)]).toEqual([1, 2, null]);
});
