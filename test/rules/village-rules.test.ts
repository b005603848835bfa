import { describe, expect, test } from 'vitest';
import { amountProblems } from '../../src/benefits/rules.ts';
import { OPEN_END } from '../../src/kernel/day.ts';
import { closingProblems, orderProblems, visitProblems } from '../../src/needs/rules.ts';
import { adoptedFirstProblems, kindProblems, oneInForceProblems } from '../../src/village-rules/rules.ts';

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

describe('a need', () => {
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
