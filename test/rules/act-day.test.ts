import { expect, test } from 'vitest';
import { actDay, datesAnAct, dayDoubts } from '../../src/cli/act-day.ts';
import { asActDay, asBound } from '../../src/cli/values.ts';
import { tooEarly } from '../../src/kernel/day.ts';

test('a day more than a year back is doubted, a year to the day is not', () => {
  expect(dayDoubts('2022-12-30', '2023-12-31', undefined)).toHaveLength(1);
  expect(dayDoubts('2022-12-31', '2023-12-31', undefined)).toEqual([]);
  expect(dayDoubts('2023-02-28', '2024-02-29', undefined)).toEqual([
    { zh: expect.any(String), en: expect.any(String) },
  ]);
});

test('a day before the campaign is doubted for that reason', () => {
  expect(dayDoubts('2023-04-30', '2023-12-31', '2023-05-01')[0]?.en).toContain('before the campaign');
  expect(dayDoubts('2023-05-01', '2023-12-31', '2023-05-01')).toEqual([]);
});

test('the day of an act is whichever option dates it, in any of the forms in which people write a day', () => {
  expect(actDay({ on: undefined, registeredOn: '2023-05-03' })).toBe('2023-05-03');
  expect(actDay({ visited_on: '2023年5月3日' })).toBe('2023-05-03');
  expect(actDay({ visited_on: '' })).toBeUndefined();
});

test('only what is written has a day that is doubted', () => {
  const params = { on: {} } as never;
  expect(datesAnAct({ access: 'write', params })).toBe(true);
  expect(datesAnAct({ access: 'read', params })).toBe(false);
  expect(datesAnAct({ access: 'write', params: {} })).toBe(false);
});

test('no act is from before the People’s Republic', () => {
  expect(tooEarly('1949-10-01')).toBeUndefined();
  expect(tooEarly('1949-09-30')?.en).toContain('too early');
  expect(() => asActDay('1900-01-01')).toThrow('too early');
  expect(() => asBound('1900-01-01')).toThrow('too early');
  expect(asActDay('1986-05-03')).toBe('1986-05-03');
});
