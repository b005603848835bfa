import { expect, test } from 'vitest';
import { ALWAYS, BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import { bounded, spanProblems, within } from '../../src/register/span.ts';

const span = (from_on: string, to_on: string) => ({ from_on, to_on });

test.each([
  [span('2023-05-01', '2023-05-02'), 0],
  [span('2023-05-01', '2023-05-01'), 1],
  [span('2023-05-02', '2023-05-01'), 1],
  [ALWAYS, 0],
])('a span has a day at least: %j', (row, problems) => {
  expect(spanProblems(row)).toHaveLength(problems);
});

test('an unbounded end is the end of what it depends on', () => {
  const outer = span('2023-05-01', '2023-09-01');
  expect(within(ALWAYS, outer)).toEqual(outer);
  expect(within(span('2023-06-01', OPEN_END), outer)).toEqual(span('2023-06-01', '2023-09-01'));
  expect(within(span(BEGINNING, '2023-07-01'), outer)).toEqual(span('2023-05-01', '2023-07-01'));
});

test('what a row leaves out is not filled in', () => {
  const outer = span('2023-05-01', '2023-09-01');
  expect(bounded({ from_on: BEGINNING }, outer)).toEqual({ from_on: '2023-05-01' });
  expect(bounded({ to_on: OPEN_END }, outer)).toEqual({ to_on: '2023-09-01' });
  expect(bounded({ from_on: undefined, to_on: undefined }, outer)).toEqual({ from_on: undefined, to_on: undefined });
});
