import { describe, expect, test } from 'vitest';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import { spanProblems, within } from '../../src/register/span.ts';
import {
  type Membership,
  pairedProblem,
  pairProblems,
  sameCadresProblem,
  successorCode,
  teamUnitProblems,
} from '../../src/teams/rules.ts';

const always = { from_on: BEGINNING, to_on: OPEN_END };
const from = (from_on: string, to_on = OPEN_END) => ({ from_on, to_on });
const reasons = (problems: readonly { column: string; reason: { en: string } }[]) =>
  problems.map(p => `${p.column} ${p.reason.en}`);

test('a span ends after it begins', () => {
  expect(spanProblems(from('2023-05-01', '2023-05-02'))).toEqual([]);
  expect(spanProblems(from('2023-05-01', '2023-05-01'))).toHaveLength(1);
  expect(spanProblems(from('2023-05-02', '2023-05-01'))).toHaveLength(1);
});

describe('a service team', () => {
  test.each([
    ['village', true],
    ['community', true],
    ['township', false],
    ['banner', false],
  ] as const)('of a %s: %s', (level, allowed) => {
    expect(teamUnitProblems('x', { ...always, level }, always).length === 0).toBe(allowed);
  });

  test('is of a known unit', () => {
    expect(reasons(teamUnitProblems('x', undefined, always))).toEqual([
      'unit_code is not a known village or community',
    ]);
  });

  test('lasts no longer than its unit', () => {
    const village = { ...from('2023-06-01', '2024-01-01'), level: 'village' } as const;
    expect(teamUnitProblems('x', village, from('2023-06-01', '2024-01-01'))).toEqual([]);
    expect(teamUnitProblems('x', village, from('2023-05-31', '2024-01-01'))).toHaveLength(1);
    expect(teamUnitProblems('x', village, from('2023-06-01'))).toHaveLength(1);
  });
});

describe('a pair', () => {
  const members: Record<string, Membership[]> = {
    A: [{ unit_id: 4, ...from('2023-05-01') }],
    B: [{ unit_id: 4, ...from('2023-05-01', '2023-09-01') }],
    C: [{ unit_id: 5, ...always }],
    D: [
      { unit_id: 5, ...from('2023-01-01', '2023-05-01') },
      { unit_id: 4, ...from('2023-05-01') },
    ],
  };
  const pair = (cadre_a: string, cadre_b: string, span = from('2023-05-01', '2023-09-01')) =>
    reasons(pairProblems({ cadre_a, cadre_b, ...span }, 4, cadre => members[cadre]));

  test('is two cadres of one team', () => {
    expect(pair('A', 'B')).toEqual([]);
    expect(pair('B', 'A')).toEqual([]);
    expect(pair('A', 'D')).toEqual([]);
  });

  test('is two different cadres', () => {
    expect(pair('A', 'A')).toEqual(['cadre_b repeats the first cadre; a pair is two different cadres']);
  });

  test('is of known cadres', () => {
    expect(pair('A', 'Z')).toEqual(['cadre_b is not a known cadre']);
  });

  test('is not of two teams', () => {
    expect(pair('A', 'C')).toEqual(['cadre_b is not in this team for all of that time']);
  });

  test('does not outlast a membership', () => {
    expect(pair('A', 'B', from('2023-05-01'))).toEqual(['cadre_b is not in this team for all of that time']);
    expect(pair('A', 'B', from('2023-04-30', '2023-06-01'))).toHaveLength(2);
  });

  test('of the same two does not stand twice at a time', () => {
    const standing = [{ code: 'P1', ...from('2023-05-01', '2023-09-01') }];
    const again = (from_on: string) => ({ code: 'P2', cadre_b: 'B', ...from(from_on) });
    expect(sameCadresProblem(again('2023-08-31'), standing)).toHaveLength(1);
    expect(sameCadresProblem(again('2023-09-01'), standing)).toEqual([]);
    expect(sameCadresProblem(again('2023-05-01'), [])).toEqual([]);
  });

  test('keeps its two in the team', () => {
    expect(pairedProblem([])).toBeUndefined();
    expect(pairedProblem(['P1', 'P2'])?.en).toContain('P1, P2');
  });
});

test.each([
  ['P01', ['P01'], 'P01~2'],
  ['P01', ['P01', 'P01~2'], 'P01~3'],
  ['P01~2', ['P01', 'P01~2'], 'P01~3'],
])('the pair that goes on from %s has the next free number', (code, existing, next) => {
  expect(successorCode(code, existing)).toBe(next);
});

test('an unbounded span lasts as long as what it rests on; a given bound stays', () => {
  const outer = from('2023-05-01', '2024-01-01');
  expect(within(always, outer)).toEqual(outer);
  expect(within(from('2023-06-01'), outer)).toEqual(from('2023-06-01', '2024-01-01'));
  expect(within(from('2023-04-01', '2024-02-01'), outer)).toEqual(from('2023-04-01', '2024-02-01'));
});
