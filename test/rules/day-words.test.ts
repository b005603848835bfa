import { expect, test } from 'vitest';
import { namedDay } from '../../src/cli/words/day-words.ts';
import { namedTime } from '../../src/cli/words/period-words.ts';

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
  expect(namedDay(text, '2023-12-31')?.value).toBe(day);
});

test.each(['2023-05-03', '礼拜天', '13月1日', '', '5'])('%j is no name of a day', text => {
  expect(namedDay(text, '2023-12-31')).toBeUndefined();
});

test('a day whose year was not said is repeated, one that is named is not', () => {
  expect(namedDay('1月5日', '2023-12-31')?.remark?.zh).toBe('「1月5日」当作 2024-01-05');
  expect(namedDay('昨天', '2023-12-31')?.remark).toBeUndefined();
});

test.each([
  ['--month <month>', '12月', '2026-12'],
  ['--month <month>', '12月份', '2026-12'],
  ['--month <month>', '十二月', '2026-12'],
  // A period is of this year although a day of January would be the coming one.
  ['--month <month>', '1月', '2026-01'],
  ['--month <month>', '去年12月', '2025-12'],
  ['--month <month>', '2025年十二月', '2025-12'],
  ['--quarter <quarter>', '四季度', '2026-Q4'],
  ['--quarter <quarter>', '第4季度', '2026-Q4'],
  ['--quarter <quarter>', 'q1', '2026-Q1'],
  ['--quarter <quarter>', '去年三季度', '2025-Q3'],
  ['--on <day>', '1月1日', '2027-01-01'],
])('%s %s is %s on 2026-11-28', (term, text, value) => {
  expect(namedTime({ term }, text, '2026-11-28')?.value).toBe(value);
});

const [MONTH, QUARTER] = [{ term: '--month <month>' }, { term: '--quarter <quarter>' }];

test('the first day of a period is not in the next year', () => {
  expect(namedTime({ term: '--from <day>', isBound: true }, '1月1日', '2026-11-28')?.value).toBe('2026-01-01');
});

test('a month or a quarter that is more than three months ahead is the last year’s', () => {
  expect(namedTime(MONTH, '12月', '2027-01-10')?.value).toBe('2026-12');
  expect(namedTime(MONTH, '3月', '2027-01-10')?.value).toBe('2027-03');
  expect(namedTime(QUARTER, '四季度', '2027-01-10')?.value).toBe('2026-Q4');
});

test('a period whose year was not said is repeated, one that is said is not', () => {
  expect(namedTime(MONTH, '12月', '2026-11-28')?.remark?.zh).toBe('「12月」当作 2026-12');
  expect(namedTime(MONTH, '今年12月', '2026-11-28')?.remark).toBeUndefined();
});

test.each([
  ['--month <month>', '13月'],
  ['--month <month>', '2026-12'],
  ['--month <month>', '四季度'],
  ['--quarter <quarter>', '五季度'],
  ['--quarter <quarter>', '12月'],
  ['--title <text>', '12月'],
])('%s %s is left as it is', (term, text) => {
  expect(namedTime({ term }, text, '2026-11-28')).toBeUndefined();
});
