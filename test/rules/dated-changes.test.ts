import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEGINNING, covers, OPEN_END } from '../../src/kernel/day.ts';
import { type DatedChange, valuesOn, versionsOf } from '../../src/register/dated-changes.ts';

const turn = (field: string, old_value: string | null, on_day: string): DatedChange => ({ field, old_value, on_day });
const row = { name: 'C', place: 'Y', from_on: '2023-01-01', to_on: OPEN_END };
const turns = [turn('name', 'A', '2023-03-01'), turn('place', null, '2023-04-01'), turn('name', 'B', '2023-05-01')];

test.each([
  ['2023-01-01', 'A', null],
  ['2023-02-28', 'A', null],
  ['2023-03-01', 'B', null],
  ['2023-04-01', 'B', 'Y'],
  ['2023-05-01', 'C', 'Y'],
  ['2024-01-01', 'C', 'Y'],
])('on %s the values are those before the next change: %s, %s', (day, name, place) => {
  expect(valuesOn(row, turns, day)).toEqual({ ...row, name, place });
});

test('two changes on one day: the last holds from it, the first’s old value before it', () => {
  const twice = [turn('name', 'A', '2023-03-01'), turn('name', 'B', '2023-03-01')];
  expect(valuesOn(row, twice, '2023-02-28').name).toBe('A');
  expect(valuesOn(row, twice, '2023-03-01').name).toBe('C');
});

test('versions are cut where something changes while the record stands', () => {
  const closed = { ...row, from_on: '2023-03-15', to_on: '2023-04-15' };
  expect(versionsOf(closed, turns)).toEqual([
    { name: 'B', place: null, from_on: '2023-03-15', to_on: '2023-04-01' },
    { name: 'B', place: 'Y', from_on: '2023-04-01', to_on: '2023-04-15' },
  ]);
  expect(versionsOf({ ...row, from_on: '2023-03-01', to_on: '2023-04-01' }, turns)).toEqual([
    { name: 'B', place: null, from_on: '2023-03-01', to_on: '2023-04-01' },
  ]);
});

test('on every day exactly one version holds, with the values of the day', () => {
  const day = fc.integer({ min: 10, max: 28 }).map(date => `2023-01-${date}`);
  const some = fc
    .array(fc.tuple(fc.constantFrom('name', 'place'), day, fc.string()))
    .map(list => list.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)))
    .map(list => list.map(([field, on, old]) => turn(field, old, on)));
  fc.assert(
    fc.property(some, day, (changes, on) => {
      const always = { ...row, from_on: BEGINNING };
      const holding = versionsOf(always, changes).filter(version => covers(version, on));
      expect(holding.map(({ name, place }) => ({ name, place }))).toEqual([
        { name: valuesOn(always, changes, on).name, place: valuesOn(always, changes, on).place },
      ]);
    }),
  );
});
