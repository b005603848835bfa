import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowProblems, type SchemeRow, schemeSheet, wantedOf } from '../../src/assessment/scheme/file.ts';
import { indicatorsAfter, planOf, tallyOf } from '../../src/assessment/scheme/plan.ts';
import {
  balanceHint,
  enteredBefore,
  forceProblem,
  frozenProblem,
  laterProblem,
  overlapProblem,
  settingsProblem,
  unbalancedDays,
} from '../../src/assessment/scheme/rules.ts';
import { type Indicator, type Rule, SOURCES, type Source, type Wanted } from '../../src/assessment/scheme/scheme.ts';
import { fitProblem, readRule, ruleText } from '../../src/assessment/scheme/scoring-rule.ts';
import { totalOf } from '../../src/assessment/scoring/points.ts';
import { asQuarter, quarterAround } from '../../src/assessment/scoring/quarter.ts';
import { ALWAYS, addDays, OPEN_END } from '../../src/kernel/day.ts';

const wanted = (code: string, weight: number, more: Partial<Wanted> = {}): Wanted => ({
  code,
  name_zh: `名${code}`,
  name_en: code,
  weight,
  source: 'coverage',
  rule: { kind: 'share' },
  ...more,
});
const standing = (id: number, code: string, weight: number, more: Partial<Wanted> = {}): Indicator => ({
  id,
  ...wanted(code, weight, more),
});
const scheme = { id: 1, code: 'standard', name: '方案', annual: 'mean', ...ALWAYS } as const;

const points = fc.integer({ min: 1, max: 10_000 }).map(n => n / 100);
const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: 'share' }),
  fc.record({ kind: fc.constant('threshold'), at: fc.integer({ min: 1, max: 1000 }).map(n => n / 1000), lose: points }),
  fc.record({ kind: fc.constant('deduct'), each: points }),
  fc.record({ kind: fc.constant('add'), each: points, most: points }),
) as fc.Arbitrary<Rule>;

describe('a scoring rule', () => {
  test('is read from its own words in either language, with the same numbers to the last digit', () => {
    fc.assert(
      fc.property(rules, rule => {
        const { zh, en } = ruleText(rule);
        expect([readRule(zh), readRule(en)].map(read => JSON.stringify(read))).toEqual([
          JSON.stringify(rule),
          JSON.stringify(rule),
        ]);
      }),
    );
  });

  test('is read however a clerk spaces and widens it', () => {
    expect(readRule('权重*数值')).toEqual({ kind: 'share' });
    expect(readRule(' Weight X value ')).toEqual({ kind: 'share' });
    expect(readRule('达到９０％得满分,每低1个百分点扣1.5分。')).toEqual({ kind: 'threshold', at: 0.9, lose: 1.5 });
    expect(readRule('每次扣2分')).toEqual({ kind: 'deduct', each: 2 });
    expect(readRule('每分计1分，最多10分')).toEqual({ kind: 'add', each: 1, most: 10 });
  });

  test.each([
    '',
    '看着办',
    '每件扣 0 分',
    '每件扣 101 分',
    '每件扣 -1 分',
    'full from 101%, 1 less for each point below',
    '1 for each',
    '每件扣 1 分，最多 6 分',
  ])('is not read from "%s"', text => expect(readRule(text)).toBeUndefined());

  test('shares and marks in percent go with rates only; deducting and adding go with everything', () => {
    for (const source of Object.keys(SOURCES) as Source[]) {
      const isCount = ['repeat', 'meetings_held', 'overdue', 'manual'].includes(source);
      const share = fitProblem({ source, rule: { kind: 'share' } });
      const mark = fitProblem({ source, rule: { kind: 'threshold', at: 0.85, lose: 1 } });
      expect([share !== undefined, mark !== undefined], source).toEqual([isCount, isCount]);
      expect(fitProblem({ source, rule: { kind: 'deduct', each: 1 } })).toBeUndefined();
      expect(fitProblem({ source, rule: { kind: 'add', each: 1, most: 5 } })).toBeUndefined();
    }
  });
});

describe('a plan', () => {
  const before = [standing(1, 'a', 60), standing(2, 'b', 40), standing(3, 'c', 0)];

  test('adds what is new, changes what differs, ends what is not wanted, and leaves the rest alone', () => {
    const steps = planOf(before, [wanted('a', 60), wanted('c', 10, { name_en: 'C' }), wanted('d', 30)]);
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
    expect(tallyOf(steps)).toEqual({ added: 2, changed: 1, already: 1 });
  });

  test('has a rule as one value, so that its history can be replayed', () => {
    const [step] = planOf(before, [wanted('a', 60, { rule: { kind: 'deduct', each: 2 } })]);
    expect(step?.changes).toEqual([{ field: 'rule', old: '{"kind":"share"}', new: '{"kind":"deduct","each":2}' }]);
  });

  test('leads to just what is wanted, whatever stood', () => {
    const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    const weights = fc.infiniteStream(fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(codes, codes, weights, (had, wish, numbers) => {
        const next = () => Number(numbers.next().value);
        const then = wish.map(code => wanted(code, next()));
        const steps = planOf(
          had.map((code, i) => standing(i, code, next())),
          then,
        );
        expect(indicatorsAfter(steps)).toEqual(then);
      }),
    );
  });
});

describe('a scheme cannot change', () => {
  const frozen = ['2023-Q2', '2023-Q3'].map(asQuarter);

  test('from a day in a frozen quarter or before it; the day after the last one is named', () => {
    expect(frozenProblem(frozen, '2023-10-01')).toBeUndefined();
    expect(frozenProblem([], '2020-01-01')).toBeUndefined();
    for (const on of ['2023-09-30', '2023-05-01', '2020-01-01'])
      expect(frozenProblem(frozen, on)?.hint.en).toContain('2023-10-01');
  });

  test('before it begins, or once it is closed', () => {
    const year = { ...scheme, from_on: '2024-01-01', to_on: '2025-01-01' };
    expect(forceProblem(year, '2023-12-31')?.text.en).toContain('begins on 2024-01-01');
    expect(forceProblem(year, '2025-01-01')?.text.en).toContain('closed from 2025-01-01');
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
    expect(change('weight')?.hint.en).toContain('2024-01-01');
    expect(change('weight', 'rule')?.hint.en).toContain('2024-04-01');
  });

  test('below what was entered by hand for a quarter that has not ended before that day', () => {
    const entered = [
      { quarter: asQuarter('2023-Q3'), subject_code: 'T1', value: 9 },
      { quarter: asQuarter('2023-Q4'), subject_code: 'T1', value: 5 },
    ];
    const manual = (weight: number) => wanted('other', weight, { source: 'manual' });
    expect(enteredBefore(manual(9), entered, '2023-07-01')).toBeUndefined();
    expect(enteredBefore(manual(8), entered, '2023-07-01')?.text.en).toContain('9 is entered');
    expect(enteredBefore(manual(8), entered, '2023-10-01')).toBeUndefined();
    expect(enteredBefore(manual(4), entered, '2023-07-01')?.hint.en).toContain('2023-12-31');
    expect(enteredBefore(manual(0), entered, '2024-01-01')).toBeUndefined();
    expect(enteredBefore(wanted('other', 9), entered, '2023-10-01')?.text.en).toContain('0 at most');
    expect(enteredBefore(manual(0), [{ ...entered[0], value: 0 } as never], '2023-07-01')).toBeUndefined();
  });

  test('into one with two names that are the same, or with a rule that its figure does not fit', () => {
    const two = [wanted('a', 50), wanted('b', 50)];
    expect(settingsProblem(two)).toBeUndefined();
    expect(settingsProblem([...two, wanted('c', 5, { name_zh: '名a' })])?.en).toContain('that of a');
    expect(settingsProblem([...two, wanted('c', 5, { source: 'overdue' })])?.en).toContain('"weight × value" of c');
  });
});

test('a scheme begins only when the one before it has ended', () => {
  expect(overlapProblem([], '2024-01-01')).toBeUndefined();
  expect(overlapProblem([scheme], '2024-01-01')?.hint.en).toContain('assessment close standard --on 2024-01-01');
  const closed = { ...scheme, to_on: '2024-01-01' };
  expect(overlapProblem([closed], '2024-01-01')).toBeUndefined();
  expect(overlapProblem([closed], '2023-12-31')?.hint.en).toContain('2024-01-01');
  const later = { ...scheme, from_on: '2025-01-01', to_on: OPEN_END };
  expect(overlapProblem([closed, later], '2024-06-01')).toBeDefined();
});

test('the hint on weights that do not add up leads to 100, where one indicator can make the difference', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(weights, list => {
      const indicators = list.map((weight, i) => wanted(`i${i}`, weight));
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

describe('a row of a scheme’s file', () => {
  const row = (indicator: string, more: Partial<SchemeRow> = {}): SchemeRow => ({
    scheme: 'standard',
    indicator,
    name_zh: `名${indicator}`,
    weight: 50,
    source: 'coverage',
    rule: { kind: 'share' },
    ...more,
  });
  const complaints = (one: SchemeRow, before: readonly SchemeRow[], isKnown = true) =>
    rowProblems(one, before, isKnown, column => `as written in ${column}`).map(({ column, value }) => [column, value]);

  test('is of the scheme of the first row, under its name', () => {
    const first = row('a', { scheme_name: '方案' });
    expect(complaints(row('b'), [first])).toEqual([]);
    expect(complaints(row('b', { scheme_name: '方案' }), [first])).toEqual([]);
    expect(complaints(row('b', { scheme: 'second', scheme_name: '另一个' }), [first])).toEqual([
      ['scheme', 'as written in scheme'],
      ['scheme_name', 'as written in scheme_name'],
    ]);
  });

  test('names a scheme that is new', () => {
    expect(complaints(row('a'), [], false)).toEqual([['scheme_name', 'as written in scheme_name']]);
    expect(complaints(row('a', { scheme_name: '方案' }), [], false)).toEqual([]);
  });

  test('has an indicator and a name that no row before it has, and a rule that fits', () => {
    expect(complaints(row('a'), [row('a')]).map(([column]) => column)).toEqual(['indicator', 'name_zh']);
    expect(complaints(row('b', { name_zh: '名a' }), [row('a')]).map(([column]) => column)).toEqual(['name_zh']);
    expect(complaints(row('b', { source: 'overdue' }), [row('a')]).map(([column]) => column)).toEqual(['rule']);
  });

  test('keeps the English name that stands where it says none, and has the Chinese one where none stands', () => {
    const known = [{ code: 'a', name_en: 'known' }];
    expect(wantedOf(row('a'), known).name_en).toBe('known');
    expect(wantedOf(row('a', { name_en: '' }), known).name_en).toBe('known');
    expect(wantedOf(row('b'), known).name_en).toBe('名b');
    expect(wantedOf(row('a', { name_en: 'other' }), known).name_en).toBe('other');
  });

  test.each(['0', '-1', '100.5', '5.123', '五', '1e2', ''])('does not weigh "%s"', text => {
    expect(() => schemeSheet.weight.read(text)).toThrow();
  });

  test('weighs up to 100, with two decimals', () => {
    expect(['0.01', '33.3', '１００', ' 5 '].map(text => schemeSheet.weight.read(text))).toEqual([0.01, 33.3, 100, 5]);
  });

  test.each(['total', 'unit', 'a b', 'a=b', 'a,b', ''])('has no indicator "%s"', text => {
    expect(() => schemeSheet.indicator.read(text)).toThrow();
  });
});
