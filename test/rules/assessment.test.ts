import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rule } from '../../src/assessment/scheme/scheme.ts';
import { sha256 } from '../../src/assessment/scoring/hash.ts';
import {
  annualOf,
  endedProblem,
  enteredProblem,
  placesOf,
  scoreOf,
  totalOf,
  weightsProblem,
} from '../../src/assessment/scoring/points.ts';
import { asQuarter, quartersOf, quartersSince } from '../../src/assessment/scoring/quarter.ts';
import { holdsTogether } from '../../src/assessment/scoring/sheet.ts';

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

test('the weights of a scheme add up to 100', () => {
  expect(weightsProblem('standard', [33.3, 33.3, 33.4])).toBeUndefined();
  expect(weightsProblem('standard', [50, 49.9])?.en).toContain('99.9');
  expect(weightsProblem('standard', [])?.en).toContain('add up to 0');
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

test('only a quarter that is over can be frozen', () => {
  const quarter = asQuarter('2023-Q2');
  expect(endedProblem(quarter.name, quarter, '2023-06-30')).toBeDefined();
  expect(endedProblem(quarter.name, quarter, '2023-07-01')).toBeUndefined();
});

test('what is entered by hand is no more than the weight', () => {
  expect(enteredProblem(10, 10)).toBeUndefined();
  expect(enteredProblem(10.5, 10)).toBeDefined();
});

test('a frozen figure holds together only with the inputs that it was computed from', () => {
  const inputs = JSON.stringify({ source: 'settlement_rate', weight: 24, rule: THRESHOLD, value: 0.8, records: [] });
  const sound = { inputs, hash: sha256(inputs), value: 0.8, score: 19 };
  expect(holdsTogether(sound)).toBe(true);
  expect(holdsTogether({ ...sound, score: 24 })).toBe(false);
  expect(holdsTogether({ ...sound, value: 0.9 })).toBe(false);
  expect(holdsTogether({ ...sound, inputs: inputs.replace('0.8', '0.9'), value: 0.9, score: 24 })).toBe(false);
  const missing = JSON.stringify({ source: 'manual', weight: 10, rule: SHARE, value: null, records: [] });
  expect(holdsTogether({ inputs: missing, hash: sha256(missing), value: null, score: 0 })).toBe(true);
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
