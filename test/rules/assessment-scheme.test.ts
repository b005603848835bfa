import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, indicatorsAfter, planOf, unchangedProblem, withSettings } from '../../src/assessment/scheme/plan.ts';
import {
  balanceHint,
  balanceProblem,
  enteredPointsProblem,
  existingIndicatorProblem,
  forceProblem,
  frozenProblem,
  laterProblem,
  overlapProblem,
  settingsProblem,
  unbalancedDays,
  weightsProblem,
} from '../../src/assessment/scheme/rules.ts';
import type { Indicator, IndicatorSettings } from '../../src/assessment/scheme/scheme.ts';
import { totalOf } from '../../src/assessment/scoring/points.ts';
import { asQuarter, quarterAround } from '../../src/assessment/scoring/quarter.ts';
import { ALWAYS, addDays, OPEN_END } from '../../src/kernel/day.ts';

const settings = (code: string, weight: number, more: Partial<IndicatorSettings> = {}): IndicatorSettings => ({
  code,
  name_zh: `名${code}`,
  name_en: code,
  weight,
  source: 'coverage',
  rule: { kind: 'share' },
  ...more,
});
const indicator = (id: number, code: string, weight: number, more: Partial<IndicatorSettings> = {}): Indicator => ({
  id,
  ...settings(code, weight, more),
});
const scheme = { id: 1, code: 'standard', name: '方案', annual: 'mean', ...ALWAYS } as const;

describe('a plan', () => {
  const before = [indicator(1, 'a', 60), indicator(2, 'b', 40), indicator(3, 'c', 0)];

  test('adds what is new, changes what differs, ends what is not wanted, and leaves the rest alone', () => {
    const steps = planOf(before, [settings('a', 60), settings('c', 10, { name_en: 'C' }), settings('d', 30)]);
    expect(steps.map(({ what, id, after, changes }) => [what, id, after.code, changes])).toEqual([
      ['already', 1, 'a', []],
      [
        'add',
        3,
        'c',
        [
          { field: 'name_en', old: 'c', new: 'C' },
          { field: 'weight', old: 0, new: 10 },
        ],
      ],
      ['add', undefined, 'd', [{ field: 'weight', old: 0, new: 30 }]],
      ['end', 2, 'b', [{ field: 'weight', old: 40, new: 0 }]],
    ]);
    expect(countsOf(steps)).toEqual({ added: 2, changed: 1, already: 1 });
  });

  test('has a rule as one value, so that its history can be replayed', () => {
    const [step] = planOf(before, [settings('a', 60, { rule: { kind: 'deduct', each: 2 } })]);
    expect(step?.changes).toEqual([{ field: 'rule', old: '{"kind":"share"}', new: '{"kind":"deduct","each":2}' }]);
  });

  test('leads to just what is wanted, whatever stood', () => {
    const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    const weights = fc.infiniteStream(fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(codes, codes, weights, (had, wish, numbers) => {
        const next = () => Number(numbers.next().value);
        const then = wish.map(code => settings(code, next()));
        const steps = planOf(
          had.map((code, i) => indicator(i, code, next())),
          then,
        );
        expect(indicatorsAfter(steps)).toEqual(then);
      }),
    );
  });
});

test('a change of one indicator keeps the others, with the weights that are named', () => {
  const current = [indicator(1, 'a', 60), indicator(2, 'b', 30), indicator(3, 'c', 10)];
  const weights = (code: string, weight: number, others: [string, number][] = []) =>
    withSettings(current, settings(code, weight), new Map(others)).map(one => [one.code, one.weight]);
  expect(weights('b', 40, [['a', 50]])).toEqual([
    ['a', 50],
    ['b', 40],
    ['c', 10],
  ]);
  expect(
    weights('d', 5, [
      ['a', 65],
      ['c', 0],
    ]),
  ).toEqual([
    ['a', 65],
    ['b', 30],
    ['d', 5],
  ]);
  expect(weights('c', 0)).toEqual([
    ['a', 60],
    ['b', 30],
  ]);
});

test('a change changes something', () => {
  const current = [indicator(1, 'a', 60), indicator(2, 'b', 40)];
  expect(unchangedProblem('a', planOf(current, current))?.en).toContain('already has these settings');
  expect(unchangedProblem('a', planOf(current, [settings('a', 60), settings('b', 39)]))).toBeUndefined();
});

test('an indicator is added where the scheme does not have it, also one that ended', () => {
  const current = [indicator(1, 'a', 60), indicator(2, 'b', 0)];
  expect(existingIndicatorProblem('standard', 'a', current)?.en).toContain('already has the indicator a');
  expect(existingIndicatorProblem('standard', 'b', current)).toBeUndefined();
  expect(existingIndicatorProblem('standard', 'c', current)).toBeUndefined();
});

test('the weights of a scheme add up to 100', () => {
  const problem = (...weights: number[]) =>
    weightsProblem(
      'standard',
      weights.map(weight => ({ weight })),
    )?.en;
  expect(problem(33.3, 33.3, 33.4)).toBeUndefined();
  expect(problem(50, 49.9)).toContain('99.9');
  expect(problem(50, 50.01)).toContain('100.01');
  expect(problem()).toContain('add up to 0');
});

describe('a scheme cannot change', () => {
  const frozen = ['2023-Q2', '2023-Q3'].map(asQuarter);

  test('from a day in a frozen quarter or before it; the day after the last one is named', () => {
    expect(frozenProblem(frozen, '2023-10-01')).toBeUndefined();
    expect(frozenProblem([], '2020-01-01')).toBeUndefined();
    for (const on of ['2023-09-30', '2023-05-01', '2020-01-01'])
      expect(frozenProblem(frozen, on)?.hint?.en).toContain('2023-10-01');
  });

  test('before it begins, or once it is closed', () => {
    const year = { ...scheme, from_on: '2024-01-01', to_on: '2025-01-01' };
    expect(forceProblem(year, '2023-12-31')?.en).toContain('from 2024-01-01 on only');
    expect(forceProblem(year, '2025-01-01')?.en).toContain('closed from 2025-01-01');
    expect([forceProblem(year, '2024-01-01'), forceProblem(year, '2024-12-31')]).toEqual([undefined, undefined]);
  });

  test('where the same value changes later already; other values can', () => {
    const later = [
      { field: 'weight', on_day: '2024-01-01' },
      { field: 'rule', on_day: '2024-04-01' },
    ];
    const change = (...fields: string[]) =>
      laterProblem({ code: 'a', changes: fields.map(field => ({ field })) }, later);
    expect(change('name_zh', 'source')).toBeUndefined();
    expect(change('weight')?.hint?.en).toContain('2024-01-01');
    expect(change('weight', 'rule')?.hint?.en).toContain('2024-04-01');
  });

  test('below what was entered by hand for a quarter that has not ended before that day', () => {
    const entered = [
      { quarter: asQuarter('2023-Q3'), subject_code: 'T1', value: 9 },
      { quarter: asQuarter('2023-Q4'), subject_code: 'T1', value: 5 },
    ];
    const manual = (weight: number) => settings('other', weight, { source: 'manual' });
    expect(enteredPointsProblem(manual(9), entered, '2023-07-01')).toBeUndefined();
    expect(enteredPointsProblem(manual(8), entered, '2023-07-01')?.en).toContain('9 points entered');
    expect(enteredPointsProblem(manual(8), entered, '2023-09-30')?.en).toContain('9 points entered');
    expect(enteredPointsProblem(manual(8), entered, '2023-10-01')).toBeUndefined();
    expect(enteredPointsProblem(manual(4), entered, '2023-07-01')?.hint?.en).toContain('2023-12-31');
    expect(enteredPointsProblem(manual(0), entered, '2024-01-01')).toBeUndefined();
    expect(enteredPointsProblem(settings('other', 9), entered, '2023-10-01')?.en).toContain('at most 0');
    expect(enteredPointsProblem(manual(0), [{ ...entered[0], value: 0 } as never], '2023-07-01')).toBeUndefined();
  });

  test('into one with two names that are the same, or with a rule that its figure does not fit', () => {
    const two = [settings('a', 50), settings('b', 50)];
    expect(settingsProblem(two)).toBeUndefined();
    expect(settingsProblem([...two, settings('c', 5, { name_zh: '名a' })])?.en).toContain('the same name as a');
    expect(settingsProblem([...two, settings('c', 5, { source: 'overdue' })])?.en).toContain('"weight × value" of c');
  });
});

test('a scheme begins only when the one before it has ended', () => {
  expect(overlapProblem([], '2024-01-01')).toBeUndefined();
  expect(overlapProblem([scheme], '2024-01-01')?.hint?.en).toContain('assessment close standard --on 2024-01-01');
  const closed = { ...scheme, to_on: '2024-01-01' };
  expect(overlapProblem([closed], '2024-01-01')).toBeUndefined();
  expect(overlapProblem([closed], '2023-12-31')?.hint?.en).toContain('2024-01-01');
  const later = { ...scheme, from_on: '2025-01-01', to_on: OPEN_END };
  expect(overlapProblem([closed, later], '2024-06-01')).toBeDefined();
});

test('the hint on weights that do not add up leads to 100, where one indicator can make the difference', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(weights, list => {
      const indicators = list.map((weight, i) => settings(`i${i}`, weight));
      const said = /--also (i\d+)=([\d.]+)/.exec(balanceHint(indicators, ['i0']).en);
      const over = totalOf(list) - 100;
      const [, ...others] = list;
      expect(said !== null).toBe(others.some(weight => weight > over && weight - over <= 100));
      if (!said) return;
      expect(said[1]).not.toBe('i0');
      expect(totalOf(indicators.map(one => (one.code === said[1] ? Number(said[2]) : one.weight)))).toBe(100);
    }),
  );
});

test('the hint names an indicator that keeps a weight, and one that takes all 100', () => {
  expect(balanceHint([settings('a', 100), settings('b', 20)], ['a']).en).toContain('--also …=…');
  expect(balanceHint([settings('a', 99.5), settings('b', 20)], ['a']).en).toContain('--also b=0.5');
  expect(balanceHint([settings('b', 50)], ['a']).en).toContain('--also b=100');
  expect(balanceHint([settings('b', 50), settings('c', 0.5)], ['b']).en).toContain('--also c=50');
});

test('only weights that do not add up to 100 are refused, with that hint', () => {
  expect(balanceProblem('standard', [settings('a', 60), settings('b', 40)], ['a'])).toBeUndefined();
  const problem = balanceProblem('standard', [settings('a', 70), settings('b', 40)], ['a']);
  expect([problem?.en, problem?.hint?.en]).toEqual([
    expect.stringContaining('add up to 110'),
    expect.stringContaining('--also b=30'),
  ]);
});

test('the weights are added up from the first day of a scheme, on each day on which one changes, while it is in force', () => {
  const year = { ...scheme, from_on: '2024-01-01', to_on: '2025-01-01' };
  const weightsOn = (day: string) => (day < '2024-04-01' ? [50, 49] : day < '2024-07-01' ? [50, 50] : [33.3, 33.3]);
  const days = ['2023-06-01', '2024-04-01', '2024-07-01', '2025-01-01'];
  expect(unbalancedDays(year, days, weightsOn)).toEqual(['2024-01-01', '2024-07-01']);
  expect(unbalancedDays(year, days, () => [33.3, 33.3, 33.4])).toEqual([]);
});

test('a day lies in one quarter', () => {
  expect(['2023-01-01', '2023-03-31', '2023-04-01', '2023-12-31'].map(day => quarterAround(day).name)).toEqual([
    '2023-Q1',
    '2023-Q1',
    '2023-Q2',
    '2023-Q4',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), days => {
      const day = addDays('2020-01-01', days);
      const { from, to } = quarterAround(day);
      expect(from <= day && day <= to).toBe(true);
    }),
  );
});
