import { expect, test } from 'vitest';
import { confirmationProblem, isStale } from '../../src/deadlines/confirmation-rules.ts';
import type { DeadlineRule } from '../../src/deadlines/rules.ts';
import { citationGaps } from '../../src/reports/gaps/citation-rules.ts';
import { expectedReturns, returnFigures } from '../../src/reports/returns/expected.ts';
import { receiptSheet } from '../../src/returns/receipt.ts';
import { returnKindSheet } from '../../src/returns/return-kind.ts';
import { delivererProblem, dueDayOf, earlyProblem, stateOf, twiceProblem } from '../../src/returns/rules.ts';
import type { ReturnKind } from '../../src/returns/store.ts';
import { FAR_VILLAGE, TOWNSHIP, VILLAGE } from '../support/disputes.ts';

test.each([
  ['2023-10', 5, '2023-11-05'],
  ['2023-12', 3, '2024-01-03'],
  ['2024-01', 28, '2024-02-28'],
])('the return for %s is due %i days into the next month, on %s', (month, day, due) => {
  expect(dueDayOf(month, day)).toBe(due);
});

test.each([
  ['2023-11-05', '2023-12-31', 'on_time'],
  ['2023-11-06', '2023-12-31', 'late'],
  [undefined, '2023-11-05', 'not_due'],
  [undefined, '2023-11-06', 'missing'],
])('a return that is due on 2023-11-05 and was received on %s is, on %s, %s', (received, today, state) => {
  expect(stateOf('2023-11-05', received, today)).toBe(state);
});

test.each(['2023-10', '2023年10月', '2023/10', '202310', '2023.10', ' ２０２３－１０ '])(
  'the month %s is read',
  text => {
    expect(receiptSheet.month.read(text)).toBe('2023-10');
  },
);

test.each(['2023-13', '2023', '10月', '2023-1-1'])('%s is no month', text => {
  expect(() => receiptSheet.month.read(text)).toThrow('is not a month');
});

test.each(['5', '05', '5日', '次月5日'])('the due day %s is read', text => {
  expect(returnKindSheet.due_day.read(text)).toBe(5);
});

test.each(['0', '29', '五'])('%s is no due day: not every month has it', text => {
  expect(() => returnKindSheet.due_day.read(text)).toThrow('from 1 to 28');
});

test('a return comes from a unit of the level that delivers it, not before its month, once', () => {
  expect(delivererProblem('township', 'township')).toBeUndefined();
  expect(delivererProblem('village', 'community')).toBeUndefined();
  expect(delivererProblem('township', 'village')?.en).toContain('not a township');
  expect(delivererProblem('village', 'township')?.en).toContain('not a village');
  expect(delivererProblem('village', undefined)?.en).toContain('did not exist');
  expect(earlyProblem('2023-10', '2023-09-30')?.en).toContain('before its month');
  expect(earlyProblem('2023-10', '2023-10-01')).toBeUndefined();
  const row = { code: 'A', kind_code: 'YB', month: '2023-10' };
  expect(twiceProblem(row, [{ ...row, code: 'B' }])?.en).toContain('(B)');
  expect(
    twiceProblem(row, [
      { ...row, month: '2023-11' },
      { ...row, kind_code: 'ZB' },
    ]),
  ).toBeUndefined();
});

test('each kind is expected of each unit that delivers it, and the figures of a row balance', () => {
  const kind = (id: number, delivered_by: 'township' | 'village') =>
    ({
      id,
      code: `K${id}`,
      name: '',
      delivered_by,
      due_day: 5,
      from_on: '2023-01-01',
      to_on: '9999-12-31',
    }) as ReturnKind;
  const units = [TOWNSHIP, VILLAGE, FAR_VILLAGE];
  const receipt = { code: 'R1', kind_id: 1, unit_id: TOWNSHIP.unit_id, month: '2023-10', note: '' };
  const returns = expectedReturns(
    [{ month: '2023-10', kinds: [kind(1, 'township'), kind(2, 'village')], units }],
    [{ ...receipt, received_on: '2023-11-07' }],
    '2023-12-31',
  );
  expect(returns.map(({ kind, unit, state }) => `${kind.code} ${unit.name} ${state}`)).toEqual([
    'K1 尼尔基镇 late',
    'K2 西博荣村 missing',
    'K2 红彦村 missing',
  ]);
  expect(returnFigures(returns)).toEqual({ expected: 3, received: 1, on_time: 0, late: 1, missing: 2, not_due: 0 });
});

test.each([
  [undefined, true],
  ['2022-12-30', true],
  ['2022-12-31', false],
  ['2023-12-31', false],
])('on 2023-12-31 a citation that was last confirmed on %s is stale: %s', (last, stale) => {
  expect(isStale(last, '2023-12-31')).toBe(stale);
});

const LAW = { code: 'TJ_1M', isLaw: true, from_on: '2022-05-01' } as const;

test.each([
  ['the office’s own practice', { ...LAW, isLaw: false }, '2023-12-01', 'own practice'],
  ['a day to come', LAW, '2024-01-01', 'after today'],
  ['a day before the version', LAW, '2022-04-30', 'in force from 2022-05-01'],
  ['a day on which it was confirmed', LAW, '2023-05-08', 'already confirmed'],
  ['another day', LAW, '2023-05-09', undefined],
])('confirming a citation is judged by its kind and day: %s', (_, rule, on, problem) => {
  const found = confirmationProblem(rule, on, '2023-12-31', ['2023-05-08']);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found?.en).toContain(problem);
});

test('a gap is named for each article in force that nobody confirmed for a year, none for office practice', () => {
  const rule = (id: number, isLaw: boolean) =>
    ({
      id,
      code: 'TJ_1M',
      isLaw,
      citation: { zh: '第33条', en: 'Art. 33' },
      from_on: '2022-05-01',
      to_on: '9999-12-31',
    }) as DeadlineRule;
  const confirmed = new Map([
    [1, { confirmed_on: '2023-05-08' }],
    [2, { confirmed_on: '2022-05-08' }],
  ]);
  const gaps = citationGaps([rule(1, true), rule(2, true), rule(3, true), rule(4, false)], confirmed, '2023-12-31');
  expect(gaps.map(({ missing }) => missing.en)).toEqual([
    'TJ_1M: Art. 33 was last confirmed on 2022-05-08',
    'TJ_1M: Art. 33 was never confirmed',
  ]);
  expect(gaps[0]?.command).toBe('tiaochu deadline confirm TJ_1M --on …');
});
