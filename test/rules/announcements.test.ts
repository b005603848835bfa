import { expect, test } from 'vitest';
import { incompleteYears } from '../../src/deadlines/announcement-rules.ts';
import type { ListedDay } from '../../src/deadlines/listed-day.ts';
import { changedDays, touchedBy } from '../../src/deadlines/recounting.ts';
import { SHIPPED } from '../support/calendars.ts';

const free = (day: string, name: string): ListedDay => ({ day, isWorked: false, name });
const added = (...days: ListedDay[]) => incompleteYears('f.csv', [...SHIPPED, ...days], days);

test('a file may add a day to a year that is known, not begin one', () => {
  expect(added()).toBeUndefined();
  expect(added(free('2026-08-18', '那达慕'))).toBeUndefined();
  expect(added(free('2027-08-18', '那达慕'))?.text.en).toContain(
    '2027 lacks New Year, Spring Festival (4 days in a row)',
  );
});

test('the last days of December belong to the announcement of the next year where they are for New Year', () => {
  expect(added(free('2026-12-31', '元旦'))?.text.en).toContain('2027 lacks');
  expect(added(free('2026-12-31', '放假'))).toBeUndefined();
});

test('a change that takes a festival out of a known year is refused', () => {
  const without = SHIPPED.filter(({ day }) => day !== '2026-04-06' && day !== '2026-04-05' && day !== '2026-04-04');
  const worked = { day: '2026-04-06', isWorked: true, name: '清明节' };
  expect(incompleteYears('f.csv', [...without, worked], [worked])?.text.zh).toContain('2026 年缺少清明节');
});

test('a day that is listed otherwise touches the deadlines around it, a year that becomes known all of its year', () => {
  const one = free('2026-08-18', '那达慕');
  expect(touchedBy(SHIPPED, SHIPPED)).toBeUndefined();
  expect(touchedBy(SHIPPED, [...SHIPPED, one])).toEqual({ first: '2026-08-18', last: '2026-08-18' });
  expect(changedDays([...SHIPPED, one], [...SHIPPED, { ...one, isWorked: true }])).toHaveLength(2);
  const of2025 = SHIPPED.filter(({ day }) => !day.startsWith('2025'));
  expect(touchedBy(of2025, SHIPPED)).toEqual({ first: '2024-12-01', last: '2025-12-31' });
});
