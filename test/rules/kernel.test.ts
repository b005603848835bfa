import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  covers,
  type Day,
  dayFromNumber,
  dayFromSerial,
  dayNumber,
  dayOf,
  encloses,
  endingProblem,
  isDay,
  lengthOfMonth,
  overlaps,
  shownBound,
} from '../../src/kernel/day.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { median, percent, share, sharesOfOne } from '../../src/kernel/figures.ts';
import { maskId, maskName } from '../../src/kernel/mask.ts';
import { maskPhone } from '../../src/kernel/phone.ts';
import { CHINA, dayIn, startIn, timeIn, zoneNamed } from '../../src/kernel/zone.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(dayFromNumber);

describe('a time zone', () => {
  test('is China’s unless another is named: its day begins at 16:00 UTC', () => {
    expect(dayIn(CHINA, new Date('2023-05-03T15:59:59Z'))).toBe('2023-05-03');
    expect(dayIn(CHINA, new Date('2023-12-31T16:00:00Z'))).toBe('2024-01-01');
    expect(timeIn(CHINA, '2026-11-28T00:16:04.924Z')).toBe('2026-11-28 08:16');
    expect(startIn(CHINA, '2024-01-01')).toBe('2023-12-31T16:00:00.000Z');
  });

  test('may have summer time', () => {
    const berlin = zoneNamed('Europe/Berlin');
    expect(timeIn(berlin, '2024-03-31T00:59:00Z')).toBe('2024-03-31 01:59');
    expect(timeIn(berlin, '2024-03-31T01:00:00Z')).toBe('2024-03-31 03:00');
    expect(startIn(berlin, '2024-04-01')).toBe('2024-03-31T22:00:00.000Z');
    expect(startIn(berlin, '2024-03-31')).toBe('2024-03-30T23:00:00.000Z');
  });

  test('with an unknown name is a usage error', () => {
    expect(() => zoneNamed('Asia/Nirgends')).toThrow(Failure);
  });
});

describe('a day', () => {
  test.each<[string, boolean]>([
    ['2023-05-03', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2023-04-31', false],
    ['2023-13-01', false],
    ['2023-00-10', false],
    ['2023-1-1', false],
    ['2023-05-03 ', false],
    ['0000-01-01', false],
    ['', false],
  ])('%s is one: %s', (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  test.each<[number, number, number, string | undefined]>([
    [1, 1, 1, '0001-01-01'],
    [9999, 12, 31, '9999-12-31'],
    [0, 1, 1, undefined],
    [10_000, 1, 1, undefined],
    [2023, 0, 1, undefined],
    [2023, 13, 1, undefined],
    [2023, 1, 0, undefined],
    [2023, 1, 32, undefined],
  ])('of the year %i, month %i, date %i is %s', (year, month, date, day) => {
    expect(dayOf(year, month, date)).toBe(day);
  });

  test.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2023, 4, 30],
    [2023, 12, 31],
  ])('the month %i-%i has %i days', (year, month, days) => {
    expect(lengthOfMonth(year, month)).toBe(days);
    expect(dayOf(year, month, days)).toBeDefined();
    expect(dayOf(year, month, days + 1)).toBeUndefined();
  });

  test.each<[number, Day]>([
    [61, '1900-03-01'],
    [45_049, '2023-05-03'],
    [45_049.75, '2023-05-03'],
    [45_291, '2023-12-31'],
  ])('the spreadsheet serial %d is %s', (serial, day) => {
    expect(dayFromSerial(serial)).toBe(day);
  });

  test.each<[Day, number, Day]>([
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-05-03', 0, '2023-05-03'],
    ['2023-01-01', 365, '2024-01-01'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
  });

  test('counting days there and back loses none, and keeps their order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(isDay(day)).toBe(true);
        expect(dayFromNumber(dayNumber(day))).toBe(day);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        if (days > 0) expect(addDays(day, days) > day).toBe(true);
      }),
    );
  });

  test('an unbounded end is not shown', () => {
    expect(['0001-01-01', '9999-12-31', '2023-05-01'].map(shownBound)).toEqual([null, null, '2023-05-01']);
  });
});

describe('a span', () => {
  const may = { from_on: '2023-05-01', to_on: '2023-06-01' };

  test.each<[Day, boolean]>([
    ['2023-04-30', false],
    ['2023-05-01', true],
    ['2023-05-31', true],
    ['2023-06-01', false],
  ])('holds its first day and not its last bound (%s: %s)', (day, inside) => {
    expect(covers(may, day)).toBe(inside);
  });

  test.each<[string, Day, Day, string | undefined]>([
    ['the day before its first', '9999-12-31', '2023-04-30', 'it begins on that day or later'],
    ['its first day', '9999-12-31', '2023-05-01', 'it begins on that day or later'],
    ['its second day', '9999-12-31', '2023-05-02', undefined],
    ['a day after it has ended', '2023-06-01', '2023-07-01', 'was closed on 2023-06-01'],
  ])('may end from its second day on: %s', (_, to_on, on, problem) => {
    const text = endingProblem('X', { from_on: '2023-05-01', to_on }, on)?.en;
    if (problem) expect(text).toContain(problem);
    else expect(text).toBeUndefined();
  });

  test.each<[Day, Day, boolean, boolean]>([
    ['2023-05-10', '2023-05-20', true, true],
    ['2023-05-01', '2023-06-01', true, true],
    ['2023-04-01', '2023-05-01', false, false],
    ['2023-06-01', '2023-07-01', false, false],
    ['2023-04-01', '2023-05-02', true, false],
    ['2023-05-31', '2023-07-01', true, false],
    ['2023-04-01', '2023-07-01', true, false],
  ])('of May shares days with %s to %s: %s, and holds all of it: %s', (from_on, to_on, shared, whole) => {
    expect(overlaps(may, { from_on, to_on })).toBe(shared);
    expect(overlaps({ from_on, to_on }, may)).toBe(shared);
    expect(encloses(may, { from_on, to_on })).toBe(whole);
  });
});

describe('personal data is masked', () => {
  test.each([
    ['张三丰', '张**'],
    ['敖', '*'],
    ['𠮷田', '𠮷*'],
    ['德力格尔', '德***'],
    ['', ''],
  ])('the name %s reads %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test.each([
    ['13812345678', '138****5678'],
    ['04704612345', '0470*****45'],
    ['4612345', '*****45'],
    ['', ''],
  ])('the phone %s reads %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  test('an identity number keeps its last four characters', () => {
    expect(maskId('15210419800101001X')).toBe('**************001X');
    expect(maskId('12')).toBe('12');
  });
});

describe('a figure', () => {
  test.each<[number, number, number | null]>([
    [0, 0, null],
    [0, 4, 0],
    [1, 4, 0.25],
  ])('is a share: %i of %i is %s', (part, whole, result) => {
    expect(share(part, whole)).toBe(result);
  });

  test.each<[number[], number | null]>([
    [[], null],
    [[7], 7],
    [[10, 2], 6],
    [[10, 9, 2], 9],
    [[100, 20, 3, 1], 11.5],
  ])('is the middle of %j: %s', (values, result) => {
    expect(median(values)).toBe(result);
  });

  test('is 100.0% only where it is all', () => {
    expect([0, 0.9999, 1].map(percent)).toEqual(['0.0%', '99.9%', '100.0%']);
  });
});

describe('the shares of one whole', () => {
  test('add up to 100% as they are shown, the largest remainders rounded up', () => {
    expect(sharesOfOne([1, 1, 1])).toEqual([0.334, 0.333, 0.333]);
    expect(sharesOfOne([2, 1])).toEqual([0.667, 0.333]);
    expect(sharesOfOne([0, 5, 0])).toEqual([0, 1, 0]);
    expect(sharesOfOne([0, 0])).toEqual([null, null]);
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }), parts => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const tenths = sharesOfOne(parts).map(one => (one === null ? 0 : Number(percent(one).slice(0, -1)) * 10));
        const sum = tenths.reduce((total, tenth) => total + Math.round(tenth), 0);
        expect(sum).toBe(whole === 0 ? 0 : 1000);
        for (const [i, part] of parts.entries())
          if (whole > 0) expect(Math.abs((sharesOfOne(parts)[i] ?? 0) - part / whole)).toBeLessThan(0.001);
      }),
    );
  });
});
