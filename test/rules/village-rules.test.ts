import { describe, expect, test } from 'vitest';
import { amountProblems } from '../../src/benefits/rules.ts';
import { OPEN_END } from '../../src/kernel/day.ts';
import { closeProblem, closingProblems, orderProblems, visitProblems } from '../../src/needs/rules.ts';
import {
  adoptedFirstProblems,
  kindProblems,
  levelChangeProblem,
  oneInForceProblems,
} from '../../src/village-rules/rules.ts';

const columns = (problems: readonly { column: string }[]) => problems.map(({ column }) => column);

describe('a village rule', () => {
  test.each([
    ['rule', 'village', []],
    ['compact', 'community', []],
    ['compact', 'village', ['kind']],
    ['rule', 'community', ['kind']],
    ['rule', 'township', ['unit_code']],
    ['compact', 'banner', ['unit_code']],
    ['rule', undefined, ['unit_code']],
  ] as const)('%s of a %s', (kind, level, found) => {
    expect(columns(kindProblems(kind, 'x', level))).toEqual(found);
  });

  const version = (code: string, unit_code: string, from_on: string, to_on = OPEN_END) => ({
    code,
    unit_code,
    from_on,
    to_on,
  });
  const old = [version('A', 'V', '2019-01-01', '2023-06-01')];

  test.each([
    ['overlaps the old one', version('B', 'V', '2023-05-31'), 1],
    ['follows on the old one', version('B', 'V', '2023-06-01'), 0],
    ['came before the old one', version('B', 'V', '2010-01-01', '2019-01-01'), 0],
  ] as const)('that %s', (_, row, problems) => {
    expect(oneInForceProblems(row, old)).toHaveLength(problems);
  });

  test.each([
    ['2023-05-10', '2023-05-10', []],
    ['2023-05-20', '2023-05-10', []],
    [null, '2023-06-01', []],
    ['2023-05-09', '2023-05-10', ['filed_on']],
    [null, '2023-05-09', ['from_on']],
  ] as const)('adopted on 2023-05-10, filed on %s, in force from %s', (filed, from, found) => {
    expect(columns(adoptedFirstProblems('2023-05-10', filed, from))).toEqual(found);
  });
});

test.each([
  ['a village with rules in force later', 'rule', 'village', '2023-05-31', undefined],
  [
    'a community before rules of a village',
    'rule',
    'community',
    '2023-05-31',
    'village rules A in force from 2023-06-01',
  ],
  ['a community on their first day', 'rule', 'community', '2023-06-01', 'village rules A'],
  ['a community after their first day', 'rule', 'community', '2023-06-02', undefined],
  ['a village before a compact', 'compact', 'village', '2023-06-01', 'residents’ compact A'],
  ['a community with a compact', 'compact', 'community', '2023-06-01', undefined],
] as const)('a unit becomes %s, or not', (_, kind, level, on, problem) => {
  const found = levelChangeProblem([{ code: 'A', kind, from_on: '2023-06-01' }], level, on)?.en;
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
});

describe('a need', () => {
  test.each([
    [null, '2023-12-31', undefined],
    [null, '2024-01-01', 'is after today'],
    ['2023-07-01', '2023-12-30', 'was closed on 2023-07-01'],
  ] as const)('with the feedback %s is closed on %s, or not: %s', (feedback_on, on, problem) => {
    const found = closeProblem({ code: 'X', feedback_on }, on, '2023-12-31')?.en;
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });

  test('has a result and a day of feedback, or neither', () => {
    expect(closingProblems('', null)).toEqual([]);
    expect(closingProblems('已修缮', '2023-07-01')).toEqual([]);
    expect(columns(closingProblems('已修缮', null))).toEqual(['feedback_on']);
    expect(columns(closingProblems('', '2023-07-01'))).toEqual(['result']);
  });

  test('is due and done no earlier than it was raised', () => {
    expect(orderProblems('2023-06-01', '2023-06-01', '2023-06-01')).toEqual([]);
    expect(orderProblems('2023-06-01', null, null)).toEqual([]);
    expect(columns(orderProblems('2023-06-01', '2023-05-31', '2023-05-31'))).toEqual(['due_on', 'feedback_on']);
  });

  test('came up in a visit to that household, made by then', () => {
    const made = { household: 7, visited_on: '2023-06-01' };
    expect(visitProblems('1', 7, '2023-06-01', made)).toEqual([]);
    expect(visitProblems('1', 7, '2023-05-31', made)).toHaveLength(1);
    expect(visitProblems('1', 8, '2023-06-01', made)).toHaveLength(1);
    expect(visitProblems('', 7, '2023-06-01', undefined)).toEqual([]);
  });
});

test.each([
  ['paid', '1200.50', 0],
  ['paid', '0.00', 1],
  ['paid', '', 1],
  ['told', '', 0],
  ['told', '5.00', 1],
] as const)('a benefit that was %s with "%s" has %i problems', (kind, amount, problems) => {
  expect(amountProblems(kind, amount)).toHaveLength(problems);
});
