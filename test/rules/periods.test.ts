import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/kernel/day.ts';
import { Failure } from '../../src/kernel/failure.ts';
import {
  isIn,
  liesBefore,
  namesPeriod,
  type PeriodOptions,
  periodOf,
  periodText,
  untilToday,
} from '../../src/kernel/period.ts';

describe('a period', () => {
  const today = '2023-12-31';

  test.each<[PeriodOptions, Day, Day]>([
    [{}, '0001-01-01', today],
    [{ month: '2023-05' }, '2023-05-01', '2023-05-31'],
    [{ month: '2024-2' }, '2024-02-01', '2024-02-29'],
    [{ month: '2023/5' }, '2023-05-01', '2023-05-31'],
    [{ month: '2023年5月' }, '2023-05-01', '2023-05-31'],
    [{ month: '2023年05月份' }, '2023-05-01', '2023-05-31'],
    [{ month: 'this' }, '2023-12-01', '2023-12-31'],
    [{ month: '上月' }, '2023-11-01', '2023-11-30'],
    [{ quarter: '2023年第二季度' }, '2023-04-01', '2023-06-30'],
    [{ quarter: '2023年2季度' }, '2023-04-01', '2023-06-30'],
    [{ quarter: '本季度' }, '2023-10-01', '2023-12-31'],
    [{ quarter: 'last' }, '2023-07-01', '2023-09-30'],
    [{ year: '2023年' }, '2023-01-01', '2023-12-31'],
    [{ year: '去年' }, '2022-01-01', '2022-12-31'],
    [{ quarter: '2023-Q2' }, '2023-04-01', '2023-06-30'],
    [{ quarter: '2023q4' }, '2023-10-01', '2023-12-31'],
    [{ year: '2023' }, '2023-01-01', '2023-12-31'],
    [{ from: '2023-05-03' }, '2023-05-03', today],
    [{ to: '2023-05-03' }, '0001-01-01', '2023-05-03'],
    [{ from: '2023-05-03', to: '2023-05-03' }, '2023-05-03', '2023-05-03'],
  ])('%o runs from %s to %s, both included', (options, from, to) => {
    expect(periodOf(options, today)).toEqual({ from, to });
  });

  test('the month and the quarter before the first of a year are those of the year before', () => {
    expect(periodOf({ month: 'last' }, '2024-01-15')).toEqual({ from: '2023-12-01', to: '2023-12-31' });
    expect(periodOf({ quarter: '上季度' }, '2024-02-15')).toEqual({ from: '2023-10-01', to: '2023-12-31' });
  });

  test.each<[PeriodOptions]>([
    [{ month: '2023-13' }],
    [{ month: '05' }],
    [{ month: '去年' }],
    [{ year: '上月' }],
    [{ quarter: '2023年第五季度' }],
    [{ month: '2023年13月' }],
    [{ quarter: '2023-Q5' }],
    [{ quarter: 'Q2' }],
    [{ year: '23' }],
    [{ year: '0000' }],
    [{ month: '2023-05', year: '2023' }],
    [{ quarter: '2023-Q1', to: '2023-05-01' }],
    [{ from: '2023-05-04', to: '2023-05-03' }],
    [{ from: '2024-01-01' }],
  ])('%o is a usage error', options => {
    expect(() => periodOf(options, today)).toThrow(Failure);
  });

  test('the four quarters of a year are the year, without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), number => {
        const year = String(number).padStart(4, '0');
        const quarters = [1, 2, 3, 4].map(q => periodOf({ quarter: `${year}-Q${q}` }, today));
        const months = Array.from({ length: 12 }, (_, m) => periodOf({ month: `${year}-${m + 1}` }, today));
        const whole = periodOf({ year }, today);
        for (const parts of [quarters, months]) {
          expect(parts[0]?.from).toBe(whole.from);
          expect(parts.at(-1)?.to).toBe(whole.to);
          for (const [i, part] of parts.entries())
            if (i > 0) expect(part.from).toBe(addDays(parts[i - 1]?.to ?? '', 1));
        }
      }),
      { numRuns: 50 },
    );
  });

  const may = { from: '2023-05-01', to: '2023-05-31' };

  test.each<[Day | null, boolean, boolean]>([
    [null, false, false],
    ['2023-04-30', false, false],
    ['2023-05-01', true, false],
    ['2023-05-31', true, false],
    ['2023-06-01', false, true],
  ])('holds both of its ends and lies before the days after: %s', (day, inside, before) => {
    expect([isIn(may, day), liesBefore(may, day ?? undefined)]).toEqual([inside, before]);
  });

  test('runs until today at the latest', () => {
    expect(['2023-05-30', '2023-06-01'].map(day => untilToday(may, day).to)).toEqual(['2023-05-30', '2023-05-31']);
  });

  test.each<[PeriodOptions, boolean]>([
    [{}, false],
    [{ to: '2023-05-31' }, true],
    [{ month: '2023-05' }, true],
  ])('is named by %o: %s', (options, named) => {
    expect(namesPeriod(options)).toBe(named);
  });

  test.each([
    [{ from: '0001-01-01', to: today }, '截至 2023-12-31', 'up to 2023-12-31'],
    [{ from: '2023-05-03', to: '2023-05-03' }, '2023-05-03', '2023-05-03'],
    [{ from: '2023-05-01', to: '2023-05-31' }, '2023-05-01 至 2023-05-31', '2023-05-01 to 2023-05-31'],
  ])('%o reads as "%s"', (period, zh, en) => {
    expect(periodText(period)).toEqual({ zh, en });
  });
});
