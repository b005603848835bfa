import { expect, test } from 'vitest';
import { namedDay } from '../../src/cli/words/day-words.ts';

test.each([
  ['今天', '2023-12-31'],
  ['昨天', '2023-12-30'],
  ['前天', '2023-12-29'],
  ['Tomorrow', '2024-01-01'],
  ['11月28日', '2023-11-28'],
  ['12/1', '2023-12-01'],
  ['6月1日', '2023-06-01'],
  ['1月5日', '2024-01-05'],
  ['4月3日', '2023-04-03'],
  ['十一月三日', '2023-11-03'],
  // A leap day is that of the year near today which has one.
  ['2月29日', '2024-02-29'],
])('%s is %s', (text, day) => {
  expect(namedDay(text, '2023-12-31')?.day).toBe(day);
});

test.each(['2023-05-03', '礼拜天', '13月1日', '', '5'])('%j is no name of a day', text => {
  expect(namedDay(text, '2023-12-31')).toBeUndefined();
});

test('a day whose year was not said is repeated, one that is named is not', () => {
  expect(namedDay('1月5日', '2023-12-31')?.remark?.zh).toBe('「1月5日」当作 2024-01-05');
  expect(namedDay('昨天', '2023-12-31')?.remark).toBeUndefined();
});
