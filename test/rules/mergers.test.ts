import { describe, expect, test } from 'vitest';
import {
  absentProblems,
  movingDay,
  movingProblems,
  repeatsEarlierTerm,
  termOrderProblems,
} from '../../src/households/term-rules.ts';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import type { Level } from '../../src/units/level.ts';
import { leftProblem, mergerProblem } from '../../src/units/merger-rules.ts';
import { successorOf, type UnitTerm } from '../../src/units/tree.ts';
import { act, decide, dispute, MERGED_VILLAGE, VILLAGE } from '../support/disputes.ts';

const unit = (unit_id: number, more: Partial<UnitTerm> = {}): UnitTerm => ({
  ...{ unit_id, code: `15072210020${unit_id}`, name: `村${unit_id}`, level: 'village', parent_id: 2 },
  ...{ from_on: BEGINNING, to_on: OPEN_END },
  ...more,
});

describe('villages and communities merge', () => {
  const TODAY = '2023-12-31';
  const merged = (from: UnitTerm, into: UnitTerm, on = '2023-07-01') => mergerProblem(from, into, on, TODAY)?.en;

  test('where both are open in one township', () => {
    expect(merged(unit(1), unit(2))).toBeUndefined();
    expect(merged(unit(1, { level: 'community' }), unit(2))).toBeUndefined();
    expect(merged(unit(1), unit(2), TODAY)).toBeUndefined();
    expect(merged(unit(1, { from_on: '2023-06-30' }), unit(2, { from_on: '2023-07-01' }))).toBeUndefined();
  });

  test.each<[string, UnitTerm, UnitTerm, string, string]>([
    ['ahead of time', unit(1), unit(2), '2024-01-01', 'is after today'],
    ['into itself', unit(1), unit(1), '2023-07-01', 'into itself'],
    ['a township', unit(1, { level: 'township' as Level }), unit(2), '2023-07-01', 'not a village or community'],
    ['into a township', unit(1), unit(2, { level: 'township' as Level }), '2023-07-01', 'not a village or community'],
    ['across townships', unit(1), unit(2, { parent_id: 3 }), '2023-07-01', 'not in one township'],
    ['what is closed', unit(1, { to_on: '2023-06-01' }), unit(2), '2023-07-01', 'was closed on 2023-06-01'],
    ['on its first day', unit(1, { from_on: '2023-07-01' }), unit(2), '2023-07-01', 'cannot end on 2023-07-01'],
    ['into what is closed', unit(1), unit(2, { to_on: '2023-07-01' }), '2023-07-01', 'is not open from'],
    ['into what closes later', unit(1), unit(2, { to_on: '2023-09-01' }), '2023-07-01', 'is not open from'],
    ['into what is not there yet', unit(1), unit(2, { from_on: '2023-07-02' }), '2023-07-01', 'is not open from'],
  ])('but not %s', (_, from, into, on, reason) => {
    expect(merged(from, into, on)).toContain(reason);
  });

  test('and leave nothing behind', () => {
    const work = { what: { zh: '其后的调度会', en: 'later meetings' }, one: 'later meeting' };
    expect(leftProblem(unit(1), [{ ...work, count: 0 }], '2023-07-01')).toBeUndefined();
    expect(leftProblem(unit(1), [{ ...work, count: 2 }], '2023-07-01')?.en).toContain('2 later meetings');
  });

  test('one after the other: the last one succeeds them all', () => {
    const mergedInto = new Map([
      [1, 2],
      [2, 3],
    ]);
    expect([1, 2, 3].map(id => successorOf({ mergedInto }, id))).toEqual([3, 3, undefined]);
    expect(successorOf({}, 1)).toBeUndefined();
  });
});

test('the cases of a village that was merged are held by its successor, and by nobody else', () => {
  const held = dispute({ holder: MERGED_VILLAGE.unit_id });
  expect(decide(held, act('succeed', { actor: VILLAGE }))).toMatchObject({
    holder: VILLAGE.unit_id,
    status: 'mediating',
  });
  expect(() => decide(held, act('succeed'))).toThrow('that unit holds it, not 尼尔基镇');
});

describe('a household changes its village', () => {
  const there = { from_on: '2023-05-01', to_on: OPEN_END };

  test('on the day of the act, or on the first day there that a file names', () => {
    expect(movingDay(there, {}, '2023-07-01')).toBe('2023-07-01');
    expect(movingDay(there, { from_on: '2023-05-01' }, '2023-07-01')).toBe('2023-07-01');
    expect(movingDay(there, { from_on: '2023-06-01' }, '2023-07-01')).toBe('2023-06-01');
  });

  test.each<[string, string, string, string | undefined]>([
    ['on its first day where it is', OPEN_END, '2023-05-01', undefined],
    ['before that', OPEN_END, '2023-04-30', 'only from 2023-05-01 on'],
    ['after it was closed', '2023-06-01', '2023-07-01', 'household reopen'],
  ])('%s', (_, to_on, on, reason) => {
    const [wrong] = movingProblems({ ...there, to_on, unit_code: '150722100200' }, on);
    expect(wrong?.reason.en.includes(reason ?? '')).toBe(reason === undefined ? undefined : true);
  });

  test('and its time there begins after its earlier one', () => {
    const earlier = [{ from_on: BEGINNING, to_on: '2023-05-01' }];
    expect(termOrderProblems(there, earlier)).toEqual([]);
    expect(termOrderProblems(there, [])).toEqual([]);
    expect(termOrderProblems({ ...there, from_on: '2023-04-30' }, earlier)).toHaveLength(1);
  });
});

describe('a file from before a merger', () => {
  const term = { unit_id: 1, from_on: BEGINNING, to_on: '2023-07-01' };
  const closed = unit(1, { to_on: '2023-07-01' });

  test.each<[string, object, UnitTerm, boolean]>([
    ['names the village that is closed by now', {}, closed, true],
    ['with the days of that time', { from_on: BEGINNING, to_on: OPEN_END }, closed, true],
    ['or with its end', { to_on: '2023-07-01' }, closed, true],
    ['but not with other days', { from_on: '2023-02-01' }, closed, false],
    ['nor another village', {}, unit(2, { to_on: '2023-07-01' }), false],
    ['nor a village that is open', {}, unit(1), false],
  ])('%s', (_, row, village, repeats) => {
    expect(repeatsEarlierTerm(row, village, [term])).toBe(repeats);
  });
});

describe('what happens with a household', () => {
  const terms = [
    { from_on: '2023-01-01', to_on: '2023-06-01' },
    { from_on: '2023-09-01', to_on: OPEN_END },
  ];

  test.each<[string, number]>([
    ['2022-12-31', 0],
    ['2023-05-31', 0],
    ['2023-06-01', 1],
    ['2023-08-31', 1],
    ['2023-09-01', 0],
  ])('on %s, while it is away: %i', (day, problems) => {
    expect(absentProblems('H', terms, day)).toHaveLength(problems);
  });
});
