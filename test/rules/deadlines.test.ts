import { isWorkday as isWorkdayOfPackage } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DeadlineRule,
  dueDay,
  extensionBy,
  lengthProblem,
  lengthText,
  monthsLater,
  namedDayProblem,
  notInForce,
  ruleOn,
  successionProblem,
} from '../../src/deadlines/rules.ts';
import { isWorkday, isYearKnown } from '../../src/deadlines/work-calendar.ts';
import { addDays, type Day, lengthOfMonth, OPEN_END } from '../../src/kernel/day.ts';
import { shippedCalendar } from '../support/calendars.ts';

/** The calendar as it is shipped: nothing is known of the years before 2022 and after 2026. */
const CALENDAR = shippedCalendar();

type Length = Pick<DeadlineRule, 'length' | 'unit' | 'roll'>;
const days = (length: number, roll: Length['roll'] = 'none'): Length => ({ length, unit: 'day', roll });
const workdays = (length: number): Length => ({ length, unit: 'workday', roll: 'none' });
const months = (length: number, roll: Length['roll'] = 'none'): Length => ({ length, unit: 'month', roll });
const due = (rule: Length, start: Day) => {
  const { due, latest } = dueDay(rule, start, CALENDAR);
  return latest === null ? due : `${due} to ${latest}`;
};

describe('working days', () => {
  test.each([
    ['2023-04-26', '2023-05-06', 'over Labour Day, to a Saturday that is worked'],
    ['2025-09-28', '2025-10-11', 'from a Sunday that is worked, over National Day, to a Saturday that is worked'],
    ['2025-09-30', '2025-10-14', 'from the eve of National Day'],
  ])('five from %s end on %s: %s', (start, wanted) => {
    expect(due(workdays(5), start)).toBe(wanted);
  });

  test('the day on which it starts is not one of them, worked or free', () => {
    expect(due(workdays(1), '2023-06-01')).toBe('2023-06-02');
    expect(due(workdays(1), '2023-06-02')).toBe('2023-06-05');
    expect(due(workdays(1), '2023-06-03')).toBe('2023-06-05');
  });

  test('in a year that is not announced yet they lie between two days', () => {
    expect(due(workdays(5), '2027-03-10')).toBe('2027-03-17 to 2027-03-17');
    expect(due(workdays(5), '2026-12-28')).toBe('2027-01-05 to 2027-01-05');
    expect(due(workdays(5), '2027-01-29')).toBe('2027-02-03 to 2027-02-16');
    expect(due(workdays(3), '2026-12-17')).toBe('2026-12-22');
    expect(due(workdays(5), '2021-12-01')).toBe('2021-12-08 to 2021-12-08');
  });

  test('a year of the shipped calendar is known, the next is not', () => {
    expect(isYearKnown(CALENDAR, '2026-02-03')).toBe(true);
    expect(isYearKnown(CALENDAR, '2027-02-03')).toBe(false);
    expect(isWorkday(CALENDAR, '2027-02-03')).toBeUndefined();
    expect(isWorkday(CALENDAR, '2026-12-31')).toBe(true);
  });

  test('free weekends, festivals and swapped days are those of the package chinese-days, day by day', () => {
    const different: string[] = [];
    for (let day = '2022-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
      if (isWorkday(CALENDAR, day) !== isWorkdayOfPackage(day)) different.push(day);
    expect(different).toEqual([]);
  });
});

describe('natural days', () => {
  test.each([
    [15, '2023-06-01', '2023-06-16'],
    [60, '2023-06-01', '2023-07-31'],
    [60, '2023-05-10', '2023-07-09'],
    [1, '2024-02-28', '2024-02-29'],
    [30, '2023-12-15', '2024-01-14'],
  ])('%i days from %s end on %s, the first day not counted', (length, start, wanted) => {
    expect(due(days(length), start)).toBe(wanted);
  });

  test('60 days from a first of June, and the 30 of an extension on top', () => {
    expect(dueDay(days(60), '2023-06-01', CALENDAR, { extendedBy: 30 }).due).toBe('2023-08-30');
  });

  test('where the rule says so, a free last day moves to the next one that is worked', () => {
    expect(due(days(60, 'next_workday'), '2023-05-10')).toBe('2023-07-10');
    expect(due(days(60), '2023-05-10')).toBe('2023-07-09');
    expect(due(days(15, 'next_workday'), '2023-06-01')).toBe('2023-06-16');
  });

  test('30 days to ask for judicial confirmation end after National Day, on a Saturday that is worked', () => {
    expect(dueDay(days(30, 'next_workday'), '2023-09-01', CALENDAR)).toEqual({
      raw: '2023-10-01',
      due: '2023-10-07',
      latest: null,
    });
  });

  test('without the announcement of that year the last day is not before the unrolled one', () => {
    expect(dueDay(days(30, 'next_workday'), '2027-08-10', CALENDAR)).toEqual({
      ...{ raw: '2027-09-09', due: '2027-09-09', latest: '2027-09-14' },
    });
    expect(dueDay(days(30, 'next_workday'), '2027-09-01', CALENDAR)).toMatchObject({
      raw: '2027-10-01',
      due: '2027-10-01',
    });
  });
});

test('no day is due after the last one that can be written', () => {
  expect(due(days(400), '9999-06-01')).toBe(OPEN_END);
});

describe('months', () => {
  test.each([
    ['2023-01-31', '2023-02-28'],
    ['2024-01-31', '2024-02-29'],
    ['2023-08-31', '2023-09-30'],
    ['2023-02-28', '2023-03-28'],
    ['2023-12-15', '2024-01-15'],
  ])('one month from %s ends on %s: the corresponding day, or the month’s last', (start, wanted) => {
    expect(due(months(1), start)).toBe(wanted);
  });

  test('a month may roll to a working day like any other length', () => {
    expect(due(months(1, 'next_workday'), '2023-09-01')).toBe('2023-10-07');
  });
});

describe('an extension', () => {
  const rule = (length: number, unit: 'day' | 'month') =>
    ({ extension: { length, unit, by: { zh: '双方同意', en: 'both' }, isLaw: true } }) as DeadlineRule;

  test('is counted on from the day that was due', () => {
    const extension = rule(1, 'month').extension;
    const month = { length: 1, unit: 'month', roll: 'none', extension } as const;
    expect(dueDay(month, '2023-06-30', CALENDAR, { extendedBy: 1 }).due).toBe('2023-08-30');
    expect(dueDay(month, '2023-01-31', CALENDAR, { extendedBy: 1 }).due).toBe('2023-03-28');
    expect(dueDay(days(60), '2023-06-01', CALENDAR, { extendedBy: 10 }).due).toBe('2023-08-10');
  });

  test('may be shorter than the rule allows, not longer', () => {
    expect(extensionBy(rule(30, 'day'), 10)).toBe(10);
    expect(extensionBy(rule(30, 'day'), 45)).toBe(30);
    expect(extensionBy(rule(30, 'day'))).toBe(30);
    expect(extensionBy(rule(1, 'month'))).toBe(1);
  });

  test('is none where the rule has none', () => {
    expect(extensionBy(rule(0, 'day'))).toBe(0);
  });
});

test('a length is said with its unit, one in the singular', () => {
  const said = (length: number, unit: DeadlineRule['unit']) => lengthText({ length, unit }).en;
  expect([said(1, 'day'), said(60, 'day')]).toEqual(['1 day', '60 days']);
  expect([said(1, 'workday'), said(5, 'workday')]).toEqual(['1 working day', '5 working days']);
  expect([said(1, 'month'), said(2, 'month')]).toEqual(['1 calendar month', '2 calendar months']);
  expect(lengthText({ length: 0, unit: 'named' }).zh).toBe('由该行为写明');
});

describe('for any start', () => {
  const start = fc.integer({ min: 0, max: 4 * 365 + 300 }).map(n => addDays('2022-01-01', n));
  const anyDay = fc.integer({ min: 0, max: 80_000 }).map(n => addDays('1950-01-01', n));

  test('counting n working days is taking one working day n times', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 40 }), (from, n) => {
        let one = from;
        for (let left = n; left > 0; ) {
          one = addDays(one, 1);
          if (isWorkday(CALENDAR, one)) left--;
        }
        expect(due(workdays(n), from)).toBe(one);
      }),
    );
  });

  test('a number of months never leaves the month that it leads to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 36 }), (from, n) => {
        const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
        const [toYear = 0, toMonth = 0, toDate = 0] = monthsLater(from, n).split('-').map(Number);
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + n);
        expect(toDate).toBe(Math.min(date, lengthOfMonth(toYear, toMonth)));
      }),
    );
  });

  test('nothing is due before it starts, and a roll only moves a day on, to one that is worked', () => {
    const unit = fc.constantFrom('day', 'workday', 'month', 'named' as const);
    const roll = fc.constantFrom('none', 'next_workday' as const);
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 60 }), unit, roll, (from, n, lengthUnit, rolls) => {
        const length = lengthUnit === 'month' ? n % 3 : n;
        const counted = dueDay({ length, unit: lengthUnit, roll: rolls }, from, CALENDAR);
        expect(counted.raw >= from && counted.due >= counted.raw).toBe(true);
        if (counted.latest !== null) expect(counted.latest >= counted.due).toBe(true);
        else if (rolls === 'none' || lengthUnit === 'workday') expect(counted.due).toBe(counted.raw);
        else expect(isWorkday(CALENDAR, counted.due)).toBe(true);
      }),
    );
  });
});

describe('a length changes', () => {
  const version = (from_on: string, to_on = OPEN_END, more: Partial<DeadlineRule> = {}): DeadlineRule => ({
    id: 1,
    code: 'TIER_VILLAGE',
    name: { zh: '村级办理', en: 'village handles a case' },
    starts: { zh: '登记', en: 'registration' },
    length: 7,
    unit: 'day',
    roll: 'none',
    extension: { length: 0, unit: 'day', by: { zh: '', en: '' }, isLaw: true },
    pauses: '',
    citation: { zh: '', en: '' },
    isLaw: false,
    from_on,
    to_on,
    ...more,
  });
  const FIRST = version('2023-01-01', '2024-01-01');
  const LAST = version('2024-01-01');
  const VERSIONS = [FIRST, LAST];

  test('of the version that is in force on the day', () => {
    const other = version('2023-01-01', OPEN_END, { code: 'TIER_TOWNSHIP' });
    const versionOn = (day: string) => ruleOn([other, ...VERSIONS], 'TIER_VILLAGE', day);
    expect(['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map(versionOn)).toEqual([
      undefined,
      FIRST,
      FIRST,
      LAST,
    ]);
  });

  test('not where the act names the day', () => {
    for (const unit of ['day', 'workday', 'month'] as const)
      expect(namedDayProblem(version('2023-01-01', OPEN_END, { unit }))).toBeUndefined();
    expect(namedDayProblem(version('2023-01-01', OPEN_END, { unit: 'named' }))?.en).toContain('has no length');
  });

  test.each([
    [0, 'at least 1'],
    [1, undefined],
    [6, undefined],
    [7, 'already'],
    [8, undefined],
  ])('to %i: %s', (length, problem) => {
    const found = lengthProblem(LAST, length)?.en;
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });

  test('from a day on which it is in force: else the first day is named', () => {
    expect(notInForce(FIRST, '2022-12-31').hint?.en).toContain('2023-01-01');
  });

  test.each([
    ['in the last version, with days set', LAST, '2024-06-01', true, undefined],
    ['on its first day, without days set', LAST, '2024-01-01', false, undefined],
    ['on its first day, with days set', LAST, '2024-01-01', true, 'cannot be rewritten'],
    ['the day after its first, with days set', LAST, '2024-01-02', true, undefined],
    ['in a version before the last', FIRST, '2023-12-31', false, 'has a later version, from 2024-01-01 on'],
  ] as const)('%s', (_, current, on, hasSetDays, problem) => {
    const found = successionProblem(current, VERSIONS, on, hasSetDays)?.en;
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });
});

test.each([
  [1, 'day', '1 day'],
  [2, 'day', '2 days'],
  [1, 'workday', '1 working day'],
  [5, 'workday', '5 working days'],
  [1, 'month', '1 calendar month'],
  [0, 'named', 'as the act names it'],
] as const)('a length of %i (%s) reads "%s"', (length, unit, text) => {
  expect(lengthText({ length, unit }).en).toBe(text);
});
