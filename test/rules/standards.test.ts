import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALWAYS, addDays, BEGINNING, OPEN_END, type Span } from '../../src/kernel/day.ts';
import { isIn, type Period } from '../../src/kernel/period.ts';
import { dueBy, dutiesIn, lastDayFor, partsOf, periodAround } from '../../src/standards/duty-rules.ts';
import type { Standard } from '../../src/standards/standard.ts';
import { nextText, standardText } from '../../src/standards/text.ts';
import { dutiesFrom, isDue, nextVisit, resultOf, targetsIn } from '../../src/standards/visit-rules.ts';

const ordinary: Standard = {
  code: 'ordinary',
  name_zh: '普通户',
  name_en: 'ordinary household',
  visits: 2,
  per: 'year',
  ...ALWAYS,
};
const hardship: Standard = {
  code: 'hardship',
  name_zh: '困难户',
  name_en: 'hardship household',
  visits: 1,
  per: 'month',
  ...ALWAYS,
};
const STANDARDS = [ordinary, hardship];
const YEAR = { from: '2023-01-01', to: '2023-12-31' };

const span = (from_on: string, to_on = OPEN_END): Span => ({ from_on, to_on });
const inHardship = (from_on: string, to_on = OPEN_END) => [{ kind: 'hardship', ...span(from_on, to_on) }];
const visitsOn =
  (...days: string[]) =>
  (period: Period) =>
    days.filter(day => isIn(period, day)).length;
const asked = (parts: ReturnType<typeof partsOf>, period = YEAR) =>
  dutiesIn(parts, period).map(duty => `${duty.standard.code} ${duty.from}..${duty.to} ${duty.asked}`);

describe('the calendar of a standard', () => {
  test.each([
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['month', '2023-02-28', '2023-02-01', '2023-02-28'],
    ['month', '2023-12-31', '2023-12-01', '2023-12-31'],
    ['quarter', '2023-05-31', '2023-04-01', '2023-06-30'],
    ['half-year', '2023-07-01', '2023-07-01', '2023-12-31'],
    ['half-year', '2023-06-30', '2023-01-01', '2023-06-30'],
    ['year', '2024-02-29', '2024-01-01', '2024-12-31'],
  ] as const)('the %s of %s is %s to %s', (per, day, from, to) => {
    expect(periodAround(per, day)).toEqual({ from, to });
  });
});

describe('what is asked of a household', () => {
  test.each([
    ['an ordinary household, all year', [ALWAYS], [], ['ordinary 2023-01-01..2023-12-31 2']],
    ['one that moved in in March', [span('2023-03-10')], [], ['ordinary 2023-03-10..2023-12-31 1']],
    ['one that moved in in August: no whole visit', [span('2023-08-01')], [], ['ordinary 2023-08-01..2023-12-31 0']],
    [
      'one that moved away at the end of June',
      [span(BEGINNING, '2023-07-01')],
      [],
      ['ordinary 2023-01-01..2023-06-30 1'],
    ],
    [
      'one that was away in spring',
      [span(BEGINNING, '2023-03-01'), span('2023-06-01')],
      [],
      ['ordinary 2023-01-01..2023-12-31 1'],
    ],
    ['one that is gone', [span(BEGINNING, '2022-12-01')], [], []],
  ])('%s', (_, times, kinds, duties) => {
    expect(asked(partsOf(times, kinds, STANDARDS))).toEqual(duties);
  });

  test('a household that becomes one in hardship in June is visited monthly from then on', () => {
    expect(asked(partsOf([ALWAYS], inHardship('2023-06-01'), STANDARDS)).slice(0, 3)).toEqual([
      'ordinary 2023-01-01..2023-05-31 0',
      'hardship 2023-06-01..2023-06-30 1',
      'hardship 2023-07-01..2023-07-31 1',
    ]);
  });

  test('in the middle of a month nothing is asked for the rest of it', () => {
    const parts = partsOf([ALWAYS], inHardship('2023-06-02', '2023-08-31'), STANDARDS);
    expect(asked(parts, { from: '2023-06-01', to: '2023-09-30' })).toEqual([
      'ordinary 2023-01-01..2023-12-31 1',
      'hardship 2023-06-02..2023-06-30 0',
      'hardship 2023-07-01..2023-07-31 1',
      'hardship 2023-08-01..2023-08-30 0',
    ]);
  });

  test('a standard that changes in mid-year is asked in proportion to the days', () => {
    const changed = [
      { ...ordinary, to_on: '2023-07-01' },
      { ...ordinary, visits: 4, from_on: '2023-07-01' },
    ];
    expect(asked(partsOf([ALWAYS], [], changed))).toEqual(['ordinary 2023-01-01..2023-12-31 3']);
    const monthly = [
      { ...ordinary, to_on: '2023-11-01' },
      { ...ordinary, visits: 1, per: 'month' as const, from_on: '2023-11-01' },
    ];
    expect(asked(partsOf([ALWAYS], [], monthly))).toEqual([
      'ordinary 2023-01-01..2023-10-31 1',
      'ordinary 2023-11-01..2023-11-30 1',
      'ordinary 2023-12-01..2023-12-31 1',
    ]);
  });

  test('a kind whose standard is closed is asked for nothing', () => {
    expect(asked(partsOf([ALWAYS], inHardship('2023-01-01'), [ordinary]))).toEqual([]);
  });

  test('every day on the register has at most one standard', () => {
    const day = fc.integer({ min: 0, max: 700 }).map(days => addDays('2023-01-01', days));
    const spans = fc.uniqueArray(day, { minLength: 0, maxLength: 6 }).map(days => {
      const sorted = days.sort();
      return sorted.flatMap((from, i) => (i % 2 === 0 && sorted[i + 1] ? [span(from, sorted[i + 1])] : []));
    });
    fc.assert(
      fc.property(spans, spans, day, (times, kinds, on) => {
        const parts = partsOf(
          times,
          kinds.map(kind => ({ ...kind, kind: 'hardship' })),
          STANDARDS,
        );
        const covers = (s: Span) => s.from_on <= on && on < s.to_on;
        const wanted = times.some(covers) ? [kinds.some(covers) ? 'hardship' : 'ordinary'] : [];
        expect(parts.filter(covers).map(part => part.standard.code)).toEqual(wanted);
      }),
    );
  });
});

describe('when the visits of a duty are due', () => {
  const duty = (standard: Standard, times: Span[] = [ALWAYS], period = YEAR) => {
    const [first] = dutiesIn(
      partsOf(times, standard === ordinary ? [] : [{ kind: standard.code, ...ALWAYS }], [standard]),
      period,
    );
    if (!first) throw new Error('no duty');
    return first;
  };

  test.each([
    [1, '2023-06-30'],
    [2, '2023-12-31'],
  ])('of two a year, number %i by %s', (nth, day) => {
    expect(lastDayFor(duty(ordinary), nth)).toBe(day);
  });

  test.each([
    ['2023-06-29', 0],
    ['2023-06-30', 1],
    ['2023-12-30', 1],
    ['2023-12-31', 2],
  ])('by %s there are %i', (day, due) => {
    expect(dueBy(duty(ordinary), day)).toBe(due);
  });

  test('the only visit of a part of a period has until its last day', () => {
    expect(lastDayFor(duty(ordinary, [span(BEGINNING, '2023-11-15')]), 1)).toBe('2023-11-14');
    expect(lastDayFor(duty(ordinary, [span('2023-03-10')]), 1)).toBe('2023-12-31');
  });

  test('several in one month all have until its end', () => {
    const weekly = { ...hardship, visits: 4 };
    expect([1, 2, 3, 4].map(nth => lastDayFor(duty(weekly), nth))).toEqual(Array(4).fill('2023-01-31'));
  });
});

describe('the next visit', () => {
  const ordinaryParts = partsOf([ALWAYS], [], STANDARDS);
  const hardshipParts = partsOf([ALWAYS], inHardship('2023-06-01'), STANDARDS);

  test.each([
    ['a new year', ordinaryParts, [], '2023-01-01', '2023-01-01', '2023-06-30', 0, true],
    ['one in February', ordinaryParts, ['2023-02-03'], '2023-03-01', '2023-07-01', '2023-12-31', 1, false],
    ['one in February, in July', ordinaryParts, ['2023-02-03'], '2023-07-01', '2023-07-01', '2023-12-31', 1, true],
    ['none by October', ordinaryParts, ['2022-12-31'], '2023-10-01', '2023-01-01', '2023-06-30', 0, true],
    ['two by October', ordinaryParts, ['2023-02-03', '2023-09-30'], '2023-10-01', '2024-01-01', '2024-06-30', 0, false],
    ['hardship, not yet in December', hardshipParts, ['2023-11-30'], '2023-12-31', '2023-12-01', '2023-12-31', 0, true],
    ['hardship, done in December', hardshipParts, ['2023-12-01'], '2023-12-31', '2024-01-01', '2024-01-31', 0, false],
    [
      'a visit tomorrow does not count today',
      hardshipParts,
      ['2023-12-02'],
      '2023-12-01',
      '2023-12-01',
      '2023-12-31',
      0,
      true,
    ],
  ])('%s', (_, parts, days, today, since, by, made, due) => {
    const next = nextVisit(dutiesFrom(parts, today), visitsOn(...days), today);
    expect(next && { since: next.since, by: next.by, made: next.made, due: isDue(next, today) }).toEqual({
      since,
      by,
      made,
      due,
    });
  });

  test('of a household that is gone there is none', () => {
    expect(
      nextVisit(
        dutiesFrom(partsOf([span(BEGINNING, '2023-05-01')], [], STANDARDS), '2023-06-01'),
        visitsOn(),
        '2023-06-01',
      ),
    ).toBeUndefined();
  });

  test('reads as people say it', () => {
    const text = (parts: typeof ordinaryParts, today: string, ...days: string[]) => {
      const next = nextVisit(dutiesFrom(parts, today), visitsOn(...days), today);
      return next && nextText(next, today);
    };
    expect(text(ordinaryParts, '2023-10-01', '2023-02-03')).toEqual({
      zh: '今年已入户 1 次，应 2 次，下一次最迟 2023-12-31',
      en: '1 of 2 this year, next due by 2023-12-31',
    });
    expect(text(hardshipParts, '2023-12-05')?.en).toBe('not yet in December, due by 2023-12-31');
    expect(text(hardshipParts, '2023-12-05', '2023-12-01')?.zh).toBe('2024 年 1 月尚未入户，最迟 2024-01-31');
  });
});

test.each([
  [ordinary, 'ordinary household 2 a year', '普通户每年入户 2 次'],
  [hardship, 'hardship household monthly', '困难户每月入户 1 次'],
  [{ ...hardship, per: 'half-year' as const }, 'hardship household half-yearly', '困难户每半年入户 1 次'],
])('a standard in words: %o', (standard, en, zh) => {
  expect(standardText(standard)).toEqual({ zh, en });
});

describe('a household is judged in a period', () => {
  const judged = (parts: ReturnType<typeof partsOf>, period: Period, today: string, ...days: string[]) =>
    resultOf(targetsIn(parts, period, today), visitsOn(...days), period.to < today ? period.to : today);
  const ordinaryParts = partsOf([ALWAYS], [], STANDARDS);
  const hardshipParts = partsOf([ALWAYS], inHardship('2023-06-01'), STANDARDS);

  test.each([
    ['two visits in the year', ['2023-01-02', '2023-12-31'], { due: 2, made: 2 }],
    ['two in one week', ['2023-12-30', '2023-12-31'], { due: 2, made: 2 }],
    ['one', ['2023-05-02'], { due: 2, made: 1 }],
    ['three are no more than two', ['2023-05-02', '2023-05-03', '2023-05-04'], { due: 2, made: 2 }],
    ['one a day too late', ['2023-05-02', '2024-01-01'], { due: 2, made: 1 }],
  ])('an ordinary household in a year: %s', (_, days, result) => {
    expect(judged(ordinaryParts, YEAR, '2024-02-01', ...days)).toEqual(result);
  });

  test('what is not due yet is not asked', () => {
    expect(judged(ordinaryParts, YEAR, '2023-06-29')).toEqual({ due: 0, made: 0 });
    expect(judged(ordinaryParts, YEAR, '2023-06-30')).toEqual({ due: 1, made: 0 });
    expect(judged(ordinaryParts, { from: '2023-07-01', to: '2023-09-30' }, '2024-01-01')).toEqual({ due: 0, made: 0 });
  });

  test('a visit too many in one month does not make up for the next', () => {
    const days = ['2023-06-01', '2023-07-01', '2023-07-31', '2023-09-30'];
    expect(judged(hardshipParts, { from: '2023-07-01', to: '2023-09-30' }, '2024-01-01', ...days)).toEqual({
      due: 3,
      made: 2,
    });
  });

  test('the days before it became one in hardship are judged as they were', () => {
    expect(judged(hardshipParts, { from: '2023-01-01', to: '2023-06-30' }, '2024-01-01')).toEqual({ due: 1, made: 0 });
  });
});
