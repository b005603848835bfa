import { afterAll, beforeAll, expect, test } from 'vitest';
import { subjectsOn } from '../../src/assessment/scoring/subjects.ts';
import { scorecardFigures } from '../../src/reports/scorecard/figures.ts';
import { loadTree } from '../../src/units/store.ts';
import { FIRST, SECOND, type SmallLedger, smallLedger } from '../support/ledger.ts';

const TOWNSHIP = '150722100';
const [SETTLED, ESCALATED, LATE, LATE_UP] = [1, 2, 3, 4].map(n => `${FIRST}-2023-${n}`) as [
  string,
  string,
  string,
  string,
];
const on = (from: string, to = from) => ['--from', from, '--to', to];

let ledger: SmallLedger;
const dispute = (move: string, ...more: readonly string[]) => ledger.done('dispute', move, ...more);
const registered = (title: string, day: string, ...more: readonly string[]) =>
  dispute(
    'register',
    ...['--unit', FIRST, '--grade', 'simple', '--category', '02', '--title', title, '--applicant', '敖玉兰'],
    ...['--source', 'proactive', '--on', day, ...more],
  );
const mediated = (number: string, day: string, place: string) =>
  dispute(
    'mediate',
    ...[number, '--on', day, '--mediator', '郭海山', '--outcome', 'unfinished', '--record', '再谈', '--place', place],
  );
const settled = (number: string, day: string, ...more: readonly string[]) =>
  dispute(
    'settle',
    ...[number, '--on', day, '--form', 'oral', '--content', '各让一步', '--rights-notified', day, ...more],
  );

/** One is settled on 9 June, reopened on 1 July and settled again on 20 July, one goes up from 12 to 20 May, one is late from 11 June on. */
beforeAll(async () => {
  ledger = await smallLedger();
  await registered('化解的', '2023-05-10', '--people', '2');
  await mediated(SETTLED, '2023-05-15', '村委会');
  await mediated(SETTLED, '2023-05-31', '综治中心');
  await settled(SETTLED, '2023-06-09', '--amount', '100', '--prevented-crime');
  await dispute('reopen', SETTLED, '--on', '2023-07-01', '--reason', '又起争执');
  await mediated(SETTLED, '2023-07-10', '村委会');
  await settled(SETTLED, '2023-07-20', '--amount', '300');
  await registered('上报的', '2023-05-10');
  await dispute('accept', ESCALATED, '--on', '2023-05-10');
  await dispute('escalate', ESCALATED, '--direct', '情况紧急', '--on', '2023-05-12');
  await dispute('accept', ESCALATED, '--on', '2023-05-20');
  await registered('逾期的', '2023-05-10');
  await dispute('accept', LATE, '--on', '2023-05-10');
  await dispute('regrade', LATE, '--grade', 'complex', '--reason', '涉及面扩大', '--on', '2023-05-25');
  const { code } = await ledger.run(['dispute', 'change', LATE, '--category', '03'], {
    env: { TIAOCHU_TODAY: '2023-05-26' },
  });
  expect(code).toBe(0);
  await mediated(LATE, '2023-06-05', '村委会');
  await dispute('regrade', LATE, '--grade', 'simple', '--reason', '情况缓和', '--on', '2023-06-06');
  await settled(LATE, '2023-06-20');
  await registered('逾期后上报的', '2023-09-01');
  await dispute('accept', LATE_UP, '--on', '2023-09-01');
  await dispute('escalate', LATE_UP, '--direct', '情况紧急', '--on', '2023-10-08');
  await dispute('accept', LATE_UP, '--on', '2023-10-10');
}, 60_000);
afterAll(() => ledger.remove());

type Figures = Record<string, number>;
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

/** Each deadline of the late dispute with the days that it is over; both are met on 20 June. */
test.each([
  ['2023-05-17', []],
  ['2023-05-18', [['village handles a case', 1]]],
  ['2023-06-10', [['village handles a case', 24]]],
  [
    '2023-06-11',
    [
      ['village handles a case', 25],
      ['mediate', 1],
    ],
  ],
  [
    '2023-06-19',
    [
      ['village handles a case', 33],
      ['mediate', 9],
    ],
  ],
  ['2023-06-20', []],
])('a deadline is over from the day after its last until it is met: %s', async (day, late) => {
  const overdue = await ledger.json('report', 'overdue', '--on', day, '--unit', FIRST);
  const own = overdue.filter(row => row.number === LATE);
  expect(own.map(row => [row.deadline, row.days_over])).toEqual(late);
  const explained = await ledger.json(
    ...['report', 'resolution', '--by', 'village', ...on('2023-05-10', day), '--explain', 'overdue'],
  );
  expect(explained.filter(row => row.number === LATE)).toHaveLength(Math.min(late.length, 1));
});

test.each([
  ['2023-05-17', false],
  ['2023-05-18', true],
])('what is due in days to come is not late yet, in the report as in the scorecard: %s', async (today, late) => {
  const { stdout } = await ledger.run(
    ['report', 'resolution', '--by', 'village', '--month', '2023-05', '--explain', 'overdue', '--format', 'json'],
    { env: { TIAOCHU_TODAY: today } },
  );
  expect(stdout.includes(LATE)).toBe(late);
  const overdue = ledger.direct(db => {
    const may = { from: '2023-05-01', to: '2023-05-31' };
    const tree = loadTree(db, may.to);
    return scorecardFigures(today)(db, tree, subjectsOn(db, tree), may).get(TOWNSHIP)?.overdue;
  });
  expect(overdue?.records.includes(LATE)).toBe(late);
});

test.each([
  [on('2023-05-14'), 0, 0],
  [on('2023-05-15'), 1, 0],
  [on('2023-05-15', '2023-05-30'), 1, 0],
  [on('2023-05-15', '2023-05-31'), 1, 1],
  [on('2023-05-16', '2023-05-31'), 1, 0],
  [on('2023-06-01', '2023-06-04'), 0, 0],
])('a mediation session counts on both edge days: %j', async (period, sessions, several) => {
  expect(await ledger.json('report', 'one-stop', ...period, '--explain', 'mediated')).toHaveLength(sessions);
  expect(await ledger.json('report', 'one-stop', ...period)).toHaveLength(several);
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

test('a session without a place adds none, and the same place counts once', async () => {
  const places = async (period: readonly string[], column: string) =>
    (await ledger.json('report', 'one-stop', ...period, '--explain', column)).map(row => [row.number, row.places]);
  expect(await places(on('2023-06-05'), 'one_place')).toEqual([[LATE, '村委会']]);
  await mediated(LATE_UP, '2023-11-01', '村委会');
  await mediated(LATE_UP, '2023-11-02', ' ');
  await mediated(LATE_UP, '2023-11-03', '村委会');
  expect(await places(on('2023-11-01', '2023-11-03'), 'one_place')).toEqual([[LATE_UP, '村委会']]);
  expect(await places(on('2023-11-02'), 'no_place')).toEqual([[LATE_UP, '']]);
  const text = await ledger.done(
    'report',
    'one-stop',
    '--from',
    '2023-05-15',
    '--to',
    '2023-06-05',
    '--format',
    'markdown',
  );
  expect(text).toContain('One place only: 1 of 2 disputes (50.0%); 0 more without a place on record');
});

test('a dispute that is late already is overdue in the township on the day on which it arrives', async () => {
  const late = async (day: string) =>
    (await resolution('tier', on('2023-09-01', day))).map(row => [String(row.tier), row.overdue]);
  expect(await late('2023-10-09')).toEqual([
    ['village', 1],
    ['township', 1],
    ['banner', 0],
  ]);
  expect(await late('2023-10-10')).toEqual([
    ['village', 0],
    ['township', 2],
    ['banner', 0],
  ]);
});

test('the disputes behind the monthly return are listed with their category and the day of their settlement', async () => {
  const csv = await ledger.done(
    ...['report', 'matrix', ...on('2023-06-09'), '--unit', TOWNSHIP, '--explain', 'settled', '--format', 'csv'],
  );
  const [header, row] = csv.replace('\uFEFF', '').split('\r\n');
  expect(header).toBe('unit_code,unit,number,title,category,at_unit,registered_on,left_on');
  expect(row).toBe(`${TOWNSHIP},尼尔基镇,${SETTLED},化解的,02,西博荣村,2023-05-10,2023-06-09`);
});

test('an offer that is not answered in time is late for the unit that is to answer and for the holder', async () => {
  await registered('移交的', '2023-11-10');
  const number = `${FIRST}-2023-5`;
  await dispute('escalate', number, '--direct', '情况紧急', '--on', '2023-11-10');
  const late = async (unit: string) =>
    (await ledger.json('report', 'overdue', '--on', '2023-11-16', '--unit', unit)).filter(row => row.number === number);
  const [row] = await late(FIRST);
  expect(row).toMatchObject({ unit: '尼尔基镇', holder: '西博荣村', due_on: '2023-11-13', days_over: 3 });
  expect(await late(TOWNSHIP)).toEqual([row]);
  expect(await late(SECOND)).toEqual([]);
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

test('a stay is listed with how and when it began and ended, and where the dispute went', async () => {
  const [row] = await ledger.json(
    ...['report', 'resolution', '--by', 'tier', ...on('2023-05-20'), '--unit', FIRST, '--explain', 'escalated'],
  );
  expect(row).toMatchObject({ number: ESCALATED, entry: 'registered', left_on: '2023-05-20', leaving: 'escalated' });
  expect(row).toMatchObject({ to_unit: '尼尔基镇', days: null });
  const [settlement] = await ledger.json('report', 'resolution', ...on('2023-06-09'), '--explain', 'settled');
  expect(settlement).toMatchObject({ number: SETTLED, leaving: 'settled', to_unit: null, days: 30 });
});
