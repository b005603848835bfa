import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alreadyFrozenProblem,
  enteringProblem,
  nobodyProblem,
  notEndedProblem,
  repeatedOutcomeProblem,
  schemeCount,
  unequalProblem,
} from '../../src/assessment/results/rules.ts';
import { defaultRows } from '../../src/assessment/scheme/default-scheme.ts';
import type { Rule, Source } from '../../src/assessment/scheme/scheme.ts';
import { differences } from '../../src/assessment/scoring/comparison.ts';
import { sha256 } from '../../src/assessment/scoring/hash.ts';
import { annualOf, placesOf, scoreOf, totalOf } from '../../src/assessment/scoring/points.ts';
import { asQuarter, quartersOf, quartersSince } from '../../src/assessment/scoring/quarter.ts';
import { type AssessmentSheet, type Entry, enteredFor, isConsistent } from '../../src/assessment/scoring/sheet.ts';
import { spreadScore, spreadTotal, uncountedIn } from '../../src/assessment/scoring/spreading.ts';
import { ALWAYS } from '../../src/kernel/day.ts';
import { hardshipFigure, needsFigure, villageRulesFigure } from '../../src/reports/scorecard/revitalisation.ts';
import { OTHER_VILLAGE, TOWNSHIP, TREE, VILLAGE } from '../support/disputes.ts';

const SHARE: Rule = { kind: 'share' };
const THRESHOLD: Rule = { kind: 'threshold', at: 0.85, lose: 1 };
const DEDUCT: Rule = { kind: 'deduct', each: 1 };
const ADD: Rule = { kind: 'add', each: 1, most: 6 };

test('a share earns its part of the weight', () => {
  expect([0, 0.25, 1 / 3, 1].map(value => scoreOf(SHARE, 20, value))).toEqual([0, 5, 6.67, 20]);
});

test('a threshold earns everything from its mark on and loses a point for each percentage point below', () => {
  expect([1, 0.85, 0.84, 0.8, 0.61, 0.5, 0].map(value => scoreOf(THRESHOLD, 24, value))).toEqual([
    24, 24, 23, 19, 0, 0, 0,
  ]);
  expect(scoreOf({ kind: 'threshold', at: 0.85, lose: 2 }, 24, 0.8)).toBe(14);
});

test('what is deducted never goes below nothing', () => {
  expect([0, 1, 9, 10, 25].map(value => scoreOf(DEDUCT, 10, value))).toEqual([10, 9, 1, 0, 0]);
  expect(scoreOf({ kind: 'deduct', each: 2.5 }, 10, 3)).toBe(2.5);
});

test('what is added stops at its most, and at the weight', () => {
  expect([0, 1, 6, 9].map(value => scoreOf(ADD, 6, value))).toEqual([0, 1, 6, 6]);
  expect(scoreOf(ADD, 4, 9)).toBe(4);
  expect(scoreOf({ kind: 'add', each: 0.5, most: 6 }, 6, 3)).toBe(1.5);
});

test('where there is nothing to share nobody loses points, and nothing is added', () => {
  expect([SHARE, THRESHOLD, DEDUCT].map(rule => scoreOf(rule, 10, null))).toEqual([10, 10, 10]);
  expect(scoreOf(ADD, 6, null)).toBe(0);
});

test('points lie between nothing and the weight, whatever the rule and the figure', () => {
  const rules = fc.constantFrom(SHARE, THRESHOLD, DEDUCT, ADD);
  const values = fc.option(fc.double({ min: 0, max: 1000, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 100 }), values, (rule, weight, value) => {
      const score = scoreOf(rule, weight, value);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(weight);
    }),
  );
});

test('points add up without the dust of binary fractions', () => {
  expect(totalOf([0.1, 0.2, 0.3])).toBe(0.6);
  expect(totalOf([5, 10, 10, 10, 5, 6, 24, 20, 10])).toBe(100);
  expect(totalOf([])).toBe(0);
});

test('the year is the mean of its quarters', () => {
  expect(annualOf([80, 90, 85, 100])).toBe(88.75);
  expect(annualOf([80, 90.01])).toBe(85.01);
  expect(annualOf([])).toBeNull();
});

test('equal points share a place, and no points have none', () => {
  expect(placesOf([90, 95, 90, null, 80])).toEqual([2, 1, 2, null, 4]);
});

test('a quarter is named in one way, however it is written', () => {
  for (const written of ['2023-Q2', '2023q2', '2023-q2'])
    expect(asQuarter(written)).toEqual({ name: '2023-Q2', from: '2023-04-01', to: '2023-06-30' });
  expect(quartersOf('2024').map(one => one.to)).toEqual(['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31']);
});

const Q2 = asQuarter('2023-Q2');

test('only a quarter that is over can be frozen, and only once', () => {
  expect(notEndedProblem(Q2, '2023-06-29')).toBeDefined();
  expect(notEndedProblem(Q2, '2023-06-30')).toBeDefined();
  expect(notEndedProblem(Q2, '2023-07-01')).toBeUndefined();
  expect(alreadyFrozenProblem(Q2, undefined)).toBeUndefined();
  expect(alreadyFrozenProblem(Q2, '2023-07-02T08:00:00.000Z')?.en).toContain('was frozen');
});

test('a quarter is frozen only with weights that add up to 100', () => {
  const indicator = (weight: number) =>
    ({ code: 'x', name_zh: 'x', name_en: 'x', weight, source: 'coverage', rule: SHARE }) as const;
  const scheme = { id: 1, code: 'standard', name: '方案', annual: 'mean', ...ALWAYS } as const;
  expect(unequalProblem(Q2, { scheme, indicators: [indicator(60), indicator(40)] })).toBeUndefined();
  const problem = unequalProblem(Q2, { scheme, indicators: [indicator(60), indicator(39)] });
  expect([problem?.en, problem?.hint?.en]).toEqual([
    expect.stringContaining('add up to 99'),
    expect.stringContaining('--on 2023-06-30 or before'),
  ]);
});

test('a quarter without a unit to assess is not frozen', () => {
  expect([0, 1].map(units => nobodyProblem(Q2, units) === undefined)).toEqual([false, true]);
});

test('a quarter has one scheme: none and several are named', () => {
  const scheme = (code: string) => ({ id: 1, code, name: code, annual: 'mean', ...ALWAYS }) as const;
  expect(schemeCount(Q2, []).en).toContain('No assessment scheme');
  expect(schemeCount(Q2, [scheme('a'), scheme('b')]).en).toContain('a, b');
});

describe('points are entered by hand', () => {
  const indicator = (source: Source) => ({ code: 'x', name_zh: 'x', name_en: 'x', weight: 10, source, rule: ADD });
  test.each([
    ['up to the weight', 'manual', 10, false, undefined],
    ['not above it', 'manual', 10.5, false, 'more than the weight'],
    ['for manual indicators only', 'coverage', 1, false, 'computed from the ledger'],
    ['not once the quarter is frozen', 'manual', 1, true, 'frozen'],
  ] as const)('%s', (_, source, value, isFrozen, problem) => {
    const found = enteringProblem(indicator(source), value, Q2, isFrozen)?.en;
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });
});

test('an outcome is entered once for a unit in the same words', () => {
  const entered = [
    { subject_code: 'T1', text: '优秀' },
    { subject_code: 'T1', text: '通报表扬' },
  ];
  const problem = (code: string, text: string) => repeatedOutcomeProblem({ code, name: code }, '2023', text, entered);
  expect(problem('T1', '通报表扬')).toBeDefined();
  expect(problem('T1', '约谈')).toBeUndefined();
  expect(problem('T2', '通报表扬')).toBeUndefined();
});

describe('a frozen sheet and the current one', () => {
  const INDICATOR = { id: 1, code: 'coverage', name_zh: '走访覆盖', name_en: 'coverage', weight: 20 };
  const entry = (value: number | null, score: number, hash = `${value}`): Entry => ({
    indicator: { ...INDICATOR, source: 'coverage', rule: SHARE },
    figure: { value, part: null, whole: null, records: [] },
    score,
    inputs: '{}',
    hash,
  });
  const sheet = (units: Readonly<Record<string, Entry>>): AssessmentSheet => ({
    quarter: Q2,
    scheme: { id: 1, code: 'standard', name: '方案', annual: 'mean', ...ALWAYS },
    indicators: [],
    lines: Object.entries(units).map(([code, one]) => ({ code, name: code, entries: [one], total: one.score })),
    frozenAt: null,
  });
  const found = (frozen: Readonly<Record<string, Entry>>, now: Readonly<Record<string, Entry>>) =>
    differences(sheet(frozen), sheet(now)).map(({ unit_code, what }) => [unit_code, what.en]);

  test('are the same where values, points and hashes are', () => {
    expect(found({ A: entry(0.5, 10) }, { A: entry(0.5, 10) })).toEqual([]);
  });

  test('differ in a value, in points, in the records behind, in the units', () => {
    expect(found({ A: entry(0.5, 10) }, { A: entry(0.6, 12) })).toEqual([['A', 'another value']]);
    expect(found({ A: entry(0.5, 10) }, { A: entry(0.5, 11) })).toEqual([['A', 'other points']]);
    expect(found({ A: entry(0.5, 10) }, { A: entry(0.5, 10, 'x') })).toEqual([['A', 'based on other records']]);
    expect(found({ A: entry(0.5, 10) }, { B: entry(0.5, 10) })).toEqual([
      ['A', 'no longer there'],
      ['B', 'not in the frozen sheet'],
    ]);
  });

  test('points for a whole of 0 are named as not counted', () => {
    const counted = (whole: number | null) => ({ ...entry(null, 20), figure: { ...entry(null, 20).figure, whole } });
    expect(uncountedIn([counted(0), counted(4), counted(null)])).toBe(20);
  });
});

describe('points of what cannot be counted for a unit', () => {
  const of = (source: Source, weight: number, score: number, whole: number | null) => ({
    indicator: { source, weight },
    figure: { value: null, part: null, whole, records: [] },
    score,
  });
  const [coverage, settlement] = [of('coverage', 60, 45, 80), of('settlement_rate', 20, 20, 0)];
  const [reply, repeats] = [of('reply_rate', 10, 10, 0), of('repeat', 10, 10, null)];

  test('are spread over the others in proportion to the weights, so that nobody is first for having no work', () => {
    const idle = [coverage, settlement, reply, repeats];
    expect([totalOf(idle.map(({ score }) => score)), spreadTotal(idle)]).toEqual([85, 75]);
    expect(idle.map(entry => spreadScore(entry, idle))).toEqual([75, null, null, null]);
    expect(uncountedIn(idle)).toBe(40);
  });

  test('are of repeat petitions only where every share of petitions is of nothing', () => {
    const busy = [coverage, of('settlement_rate', 20, 10, 4), of('reply_rate', 10, 10, 2), repeats];
    expect(spreadTotal(busy)).toBe(75);
    expect(uncountedIn(busy)).toBe(0);
    // A scheme that has no share of petitions does not say whether there were any.
    expect(uncountedIn([coverage, repeats])).toBe(0);
  });

  test('are all there is where a unit had no work at all: then it has no rank', () => {
    expect(spreadTotal([settlement, reply, repeats])).toBeNull();
  });

  test('leave the total as it is where everything can be counted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
        }),
        rows => {
          const entries = rows.map(([weight, share]) => of('coverage', weight, Math.round(weight * share), 9));
          expect(spreadTotal(entries)).toBeCloseTo(totalOf(entries.map(({ score }) => score)), 1);
        },
      ),
    );
  });
});

test('the scheme with rural revitalisation adds up to 100 as the one without does', () => {
  for (const rows of [defaultRows('en'), defaultRows('en', 'revitalisation')])
    expect(rows.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100);
});

test('needs count that were closed in time, villages that have filed rules', () => {
  const need = (code: string, feedback_on: string | null) => ({ code, due_on: '2023-08-10', feedback_on });
  const needs = [need('X1', '2023-08-10'), need('X2', '2023-08-11'), need('X3', null)];
  expect(needsFigure(needs)).toEqual({ value: 1 / 3, part: 1, whole: 3, records: ['X1'] });
  expect(needsFigure([])).toMatchObject({ value: null, whole: 0 });
  const units = new Set([VILLAGE.unit_id, OTHER_VILLAGE.unit_id, TOWNSHIP.unit_id]);
  const subject = { code: 'T1', name: 'T1', units, townships: units, alias: [] };
  const filed = new Map([[VILLAGE.unit_id, 'G1']]);
  expect(villageRulesFigure(subject, TREE, filed)).toEqual({ value: 0.5, part: 1, whole: 2, records: ['G1'] });
});

test('households in hardship count that had all visits that fell due, village by village', () => {
  const judged = (unit_id: number, due: number, made: number) => ({ unit_id, due, made });
  const figure = hardshipFigure(
    [judged(VILLAGE.unit_id, 3, 3), judged(VILLAGE.unit_id, 3, 2), judged(OTHER_VILLAGE.unit_id, 1, 1)],
    TREE,
  );
  expect(figure).toEqual({
    value: 2 / 3,
    part: 2,
    whole: 3,
    records: [`${VILLAGE.code} 1/2`, `${OTHER_VILLAGE.code} 1/1`],
  });
  expect(hardshipFigure([], TREE)).toMatchObject({ value: null, whole: 0 });
});

test('points that were entered under the guidance group that is a township count for the township', () => {
  const township = { code: 'T1', name: 'T1', units: new Set<number>(), townships: new Set<number>(), alias: ['ZD01'] };
  const value = (subject_code: string, indicator_id = 1) => {
    return { id: 1, indicator_id, subject_code, quarter: '2023-Q2', value: 5, note: '' };
  };
  expect(enteredFor(township, 1, [value('ZD01'), value('T1')])?.subject_code).toBe('T1');
  expect(enteredFor(township, 1, [value('ZD01')])?.subject_code).toBe('ZD01');
  expect(enteredFor(township, 1, [value('T2'), value('T1', 2)])).toBeUndefined();
});

test('a frozen figure agrees only with the inputs that it was computed from', () => {
  const inputs = JSON.stringify({ source: 'settlement_rate', weight: 24, rule: THRESHOLD, value: 0.8, records: [] });
  const sound = { inputs, hash: sha256(inputs), value: 0.8, score: 19 };
  expect(isConsistent(sound)).toBe(true);
  expect(isConsistent({ ...sound, score: 24 })).toBe(false);
  expect(isConsistent({ ...sound, value: 0.9 })).toBe(false);
  expect(isConsistent({ ...sound, inputs: inputs.replace('0.8', '0.9'), value: 0.9, score: 24 })).toBe(false);
  const missing = JSON.stringify({ source: 'manual', weight: 10, rule: SHARE, value: null, records: [] });
  expect(isConsistent({ inputs: missing, hash: sha256(missing), value: null, score: 0 })).toBe(true);
});

test('quarters that ended before the campaign’s start do not count in the year; the one it began in does', () => {
  const names = (start?: string) => quartersSince(quartersOf('2023'), start).map(one => one.name.slice(5));
  expect([names('2023-05-01'), names('2023-06-30'), names('2023-07-01')]).toEqual([
    ['Q2', 'Q3', 'Q4'],
    ['Q2', 'Q3', 'Q4'],
    ['Q3', 'Q4'],
  ]);
  expect([names(), names('2024-01-01')]).toEqual([['Q1', 'Q2', 'Q3', 'Q4'], []]);
});
