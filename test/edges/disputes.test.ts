import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type EdgeDisputes,
  ESCALATED,
  edgeDisputes,
  type Figures,
  on,
  SETTLED,
  TOWNSHIP,
} from '../support/edge-disputes.ts';
import { FIRST, SECOND } from '../support/ledger.ts';

let ledger: EdgeDisputes;
beforeAll(async () => {
  ledger = await edgeDisputes();
}, 60_000);
afterAll(() => ledger.remove());

const resolution = async (by: string, period: readonly string[]) =>
  ledger.json<Figures>('report', 'resolution', '--by', by, ...period);
const village = async (period: readonly string[]) =>
  (await ledger.json<Figures>('report', 'resolution', '--by', 'village', ...period)).find(
    row => String(row.unit_code) === FIRST,
  );

/** [period, opening, registered, settled, escalated, closing, cohort settled, relapsed of the settled] of the village. */
test.each([
  [on('2023-05-09'), [0, 0, 0, 0, 0, 0, null]],
  [on('2023-05-10'), [0, 3, 0, 0, 3, 0, null]],
  [on('2023-05-11'), [3, 0, 0, 0, 3, 0, null]],
  [on('2023-05-11', '2023-05-19'), [3, 0, 0, 0, 3, 0, null]],
  [on('2023-05-11', '2023-05-20'), [3, 0, 0, 1, 2, 0, null]],
  [on('2023-05-20', '2023-05-31'), [3, 0, 0, 1, 2, 0, null]],
  [on('2023-05-21', '2023-06-08'), [2, 0, 0, 0, 2, 0, null]],
  [on('2023-05-10', '2023-06-08'), [0, 3, 0, 1, 2, 0, null]],
  [on('2023-05-10', '2023-06-09'), [0, 3, 1, 1, 1, 1, 0]],
  [on('2023-06-09'), [2, 0, 1, 0, 1, 0, 0]],
  [on('2023-06-10'), [1, 0, 0, 0, 1, 0, null]],
  [on('2023-06-09', '2023-06-30'), [2, 0, 2, 0, 0, 0, 0]],
  [on('2023-06-09', '2023-07-01'), [2, 0, 2, 0, 1, 0, 0.5]],
  [on('2023-05-10', '2023-07-01'), [0, 3, 2, 1, 1, 1, 0.5]],
])('the stays of a village on the edges of %j', async (period, expected) => {
  const row = await village(period);
  const keys = ['opening', 'registered', 'settled', 'escalated', 'closing', 'cohort_settled', 'relapse_rate'] as const;
  expect(keys.map(key => row?.[key])).toEqual(expected);
  const matrix = await ledger.json<Figures>('report', 'matrix', ...period, '--unit', TOWNSHIP);
  expect(matrix.reduce((sum, one) => sum + (one.settled ?? 0), 0)).toBe(row?.settled);
  const headline = JSON.parse(await ledger.done('report', 'headline', ...period, '--format', 'json')) as Figures;
  expect(headline.disputes_proactive_settled).toBe(row?.settled);
});

test.each([
  [on('2023-05-11', '2023-05-19'), 0, 0],
  [on('2023-05-20'), 1, 0],
  [on('2023-05-21'), 0, 1],
])(
  'a dispute enters the township’s stock on the day on which it is accepted: %j',
  async (period, received, opening) => {
    const rows = await resolution('tier', period);
    expect(rows.find(row => String(row.tier) === 'township')).toMatchObject({ received, opening });
  },
);

test('what a settlement brought counts with the settlement, and its days run from the registration', async () => {
  expect(await village(on('2023-06-09'))).toMatchObject({
    ...{ people: 2, amount_fen: 10_000, prevented_crimes: 1, median_days: 30 },
    ...{ share_village: 1, share_township: 0, share_banner: 0 },
  });
  expect(await village(on('2023-06-10', '2023-06-19'))).toMatchObject({
    people: 0,
    amount_fen: 0,
    prevented_crimes: 0,
  });
  expect(await village(on('2023-07-20'))).toMatchObject({
    prevented_crimes: 0,
    people: 2,
    amount_fen: 30_000,
    median_days: 71,
  });
  expect(await village(on('2023-06-20'))).toMatchObject({ amount_fen: 0, prevented_crimes: 0, median_days: 41 });
});

test.each([
  ['2023-05-24', 'simple', '02'],
  ['2023-05-25', 'complex', '02'],
  ['2023-05-26', 'complex', '03'],
  ['2023-06-05', 'complex', '03'],
  ['2023-06-06', 'simple', '03'],
])('grade and category are those of the last day: %s', async (day, grade, category) => {
  const grades = await resolution('grade', on('2023-05-10', day));
  expect(grades.find(row => String(row.grade) === grade)?.registered).toBe(grade === 'simple' ? 3 : 1);
  const categories = await resolution('category', on('2023-05-10', day));
  expect(categories.find(row => String(row.category_code) === category)?.registered).toBe(category === '02' ? 3 : 1);
});

test.each([
  [on('2023-06-08'), 0],
  [on('2023-06-09'), 1],
  [on('2023-06-10'), 0],
])('both halves of the monthly return list their disputes: %j', async (period, settlements) => {
  const explained = (column: string) =>
    ledger.json('report', 'matrix', ...period, '--unit', TOWNSHIP, '--explain', column);
  expect(await explained('settled')).toHaveLength(settlements);
  expect(await explained('settled_02')).toHaveLength(settlements);
  expect((await explained('unsettled')).map(row => row.number)).not.toContain(settlements ? SETTLED : 'none');
});

test('transfers within a row are not counted of it', async () => {
  const row = async (by: string) => (await resolution(by, on('2023-05-20'))).find(one => Number(one.opening) > 0);
  expect(await row('township')).toMatchObject({
    unit_code: TOWNSHIP,
    opening: 3,
    received: 0,
    escalated: 0,
    closing: 3,
  });
  expect(await row('banner')).toMatchObject({
    opening: 3,
    received: 0,
    escalated: 0,
    closing: 3,
    escalation_rate: null,
  });
  expect(await village(on('2023-05-20'))).toMatchObject({ escalated: 1, escalation_rate: 1 / 3 });
});

test('the disputes behind the monthly return are listed with their category and the day of their settlement', async () => {
  const csv = await ledger.done(
    ...['report', 'matrix', ...on('2023-06-09'), '--unit', TOWNSHIP, '--explain', 'settled', '--format', 'csv'],
  );
  const [header, row] = csv.replace('\uFEFF', '').split('\r\n');
  expect(header).toBe('unit_code,unit,number,title,category,at_unit,registered_on,left_on');
  expect(row).toBe(`${TOWNSHIP},尼尔基镇,${SETTLED},化解的,02,西博荣村,2023-05-10,2023-06-09`);
});

test.each([
  ['both', ['settled', 'unsettled']],
  ['settled', ['settled']],
  ['unsettled', ['unsettled']],
])('the monthly return shows %s', async (show, halves) => {
  const [row] = await ledger.json('report', 'matrix', '--month', '2023-06', '--show', show);
  expect(Object.keys(row ?? {}).slice(2, 2 + halves.length + 1)).toEqual([...halves, `${halves[0]}_01`]);
  const header = (await ledger.done('report', 'matrix', '--month', '2023-06', '--show', show, '--format', 'markdown'))
    .split('\n')
    .find(line => line.includes('Unit code'));
  expect([header?.includes(', settled'), header?.includes(', unsettled')]).toEqual(
    show === 'both' ? [true, true] : [false, false],
  );
});

/** [unit code, registered, in stock at the end] of each row. */
test.each([
  ['banner', TOWNSHIP, [[TOWNSHIP, 3, 3]]],
  ['banner', FIRST, [[FIRST, 3, 2]]],
  [
    'township',
    '150722',
    [
      ['150722', 0, 0],
      [TOWNSHIP, 3, 3],
      ['150722101', 0, 0],
    ],
  ],
  ['township', TOWNSHIP, [[TOWNSHIP, 3, 3]]],
  ['township', FIRST, [[FIRST, 3, 2]]],
  [
    'village',
    TOWNSHIP,
    [
      [TOWNSHIP, 0, 1],
      [FIRST, 3, 2],
      [SECOND, 0, 0],
    ],
  ],
  ['village', FIRST, [[FIRST, 3, 2]]],
])('by %s, a part of the banner is in its own rows: %s', async (by, unit, expected) => {
  const period = [...on('2023-05-10', '2023-05-31'), '--unit', unit];
  const rows = await ledger.json('report', 'resolution', '--by', by, ...period);
  expect(rows.map(row => [row.unit_code, row.registered, row.closing])).toEqual(expected);
});

test('beside its townships, the banner counts only its own desk', async () => {
  const banner = '莫力达瓦达斡尔族自治旗';
  const [whole] = await resolution('banner', on('2023-05-10'));
  const [desk] = await resolution('township', on('2023-05-10'));
  expect([whole?.unit, desk?.unit]).toEqual([banner, `${banner} (own desk)`]);
});

test('a grade counts from its day on, also where nothing else follows', async () => {
  await ledger.registered('后来改了难易程度的', '2023-12-01');
  const number = `${FIRST}-2023-5`;
  await ledger.dispute('accept', number, '--on', '2023-12-01');
  await ledger.dispute('regrade', number, '--grade', 'complex', '--reason', '涉及面扩大', '--on', '2023-12-10');
  const registered = async (to: string) =>
    (await resolution('grade', on('2023-12-01', to))).map(row => [String(row.grade), row.registered]);
  expect(await registered('2023-12-09')).toEqual(expect.arrayContaining([['simple', 1]]));
  expect(await registered('2023-12-10')).toEqual(expect.arrayContaining([['complex', 1]]));
});

test('a stay is listed with how and when it began and ended, and where the dispute went', async () => {
  const [row] = await ledger.json(
    ...['report', 'resolution', '--by', 'tier', ...on('2023-05-20'), '--unit', FIRST, '--explain', 'escalated'],
  );
  expect(row).toMatchObject({ number: ESCALATED, entry: 'registered', left_on: '2023-05-20', leaving: 'escalated' });
  expect(row).toMatchObject({ to_unit: '尼尔基镇', days: null });
  const [settlement] = await ledger.json('report', 'resolution', ...on('2023-06-09'), '--explain', 'settled');
  expect(settlement).toMatchObject({ number: SETTLED, leaving: 'settled', to_unit: null, days: 30 });
});
