import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowProblems, type SchemeRow, schemeSheet, settingsOf } from '../../src/assessment/scheme/file.ts';
import { type Rule, SOURCES, type Source } from '../../src/assessment/scheme/scheme.ts';
import { fitProblem, readRule, ruleText } from '../../src/assessment/scheme/scoring-rule.ts';

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
    expect(readRule('每件扣 100 分')).toEqual({ kind: 'deduct', each: 100 });
    expect(readRule('full from 100%, 100 less for each point below')).toEqual({ kind: 'threshold', at: 1, lose: 100 });
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
      const isCount = ['repeat', 'meetings_held', 'overdue', 'benefits', 'manual'].includes(source);
      const share = fitProblem({ source, rule: { kind: 'share' } });
      const mark = fitProblem({ source, rule: { kind: 'threshold', at: 0.85, lose: 1 } });
      expect([share !== undefined, mark !== undefined], source).toEqual([isCount, isCount]);
      expect(fitProblem({ source, rule: { kind: 'deduct', each: 1 } })).toBeUndefined();
      expect(fitProblem({ source, rule: { kind: 'add', each: 1, most: 5 } })).toBeUndefined();
    }
  });
});

describe('a row of a scheme’s file', () => {
  const row = (code: string, more: Partial<SchemeRow> = {}): SchemeRow => ({
    scheme: 'standard',
    indicator: code,
    name_zh: `名${code}`,
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
    expect(settingsOf(row('a'), known).name_en).toBe('known');
    expect(settingsOf(row('a', { name_en: '' }), known).name_en).toBe('known');
    expect(settingsOf(row('b'), known).name_en).toBe('名b');
    expect(settingsOf(row('a', { name_en: 'other' }), known).name_en).toBe('other');
  });

  test.each(['0', '-1', '100.5', '5.123', '五', '1e2', ''])('does not weigh "%s"', text => {
    expect(() => schemeSheet.weight.read(text)).toThrow();
  });

  test('weighs up to 100, with two decimals', () => {
    expect(['0.01', '33.3', '１００', ' 5 '].map(text => schemeSheet.weight.read(text))).toEqual([0.01, 33.3, 100, 5]);
  });

  test('has a scoring rule in words, or is refused', () => {
    expect(schemeSheet.rule.read('每件扣 2 分')).toEqual({ kind: 'deduct', each: 2 });
    expect(() => schemeSheet.rule.read('看着办')).toThrow('must be one of');
  });

  test.each(['total', 'unit', 'a b', 'a=b', 'a,b', ''])('has no indicator "%s"', text => {
    expect(() => schemeSheet.indicator.read(text)).toThrow();
  });
});
