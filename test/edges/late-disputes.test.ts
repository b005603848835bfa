import { afterAll, beforeAll, expect, test } from 'vitest';
import { subjectsOn } from '../../src/assessment/scoring/subjects.ts';
import { scorecardFigures } from '../../src/reports/scorecard/figures.ts';
import { loadTree } from '../../src/units/store.ts';
import { type EdgeDisputes, edgeDisputes, type Figures, LATE, on, TOWNSHIP } from '../support/edge-disputes.ts';
import { FIRST, SECOND } from '../support/ledger.ts';

let ledger: EdgeDisputes;
beforeAll(async () => {
  ledger = await edgeDisputes();
}, 60_000);
afterAll(() => ledger.remove());

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
    return scorecardFigures(today)(db, tree, subjectsOn(db, tree), may).get(TOWNSHIP)?.('overdue');
  });
  expect(overdue?.records.includes(LATE)).toBe(late);
});

test('a dispute that is late already is overdue in the township on the day on which it arrives', async () => {
  const late = async (day: string) =>
    (await ledger.json<Figures>('report', 'resolution', '--by', 'tier', ...on('2023-09-01', day))).map(row => [
      String(row.tier),
      row.overdue,
    ]);
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

test('an offer that is not answered in time is late for the unit that is to answer and for the holder', async () => {
  await ledger.registered('移交的', '2023-11-10');
  const number = `${FIRST}-2023-5`;
  await ledger.dispute('escalate', number, '--direct', '情况紧急', '--on', '2023-11-10');
  const late = async (unit: string) =>
    (await ledger.json('report', 'overdue', '--on', '2023-11-16', '--unit', unit)).filter(row => row.number === number);
  const [row] = await late(FIRST);
  expect(row).toMatchObject({ unit: '尼尔基镇', holder: '西博荣村', due_on: '2023-11-13', days_over: 3 });
  expect(await late(TOWNSHIP)).toEqual([row]);
  expect(await late(SECOND)).toEqual([]);
});
