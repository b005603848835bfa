import { describe, expect, test } from 'vitest';
import {
  assignedProblem,
  assignmentProblems,
  householdCodeProblems,
  laterRecordProblem,
  laterStartProblem,
  laterVisitProblem,
  overlapProblems,
  sameAssignmentProblem,
} from '../../src/households/rules.ts';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';

const from = (from_on: string, to_on = OPEN_END) => ({ from_on, to_on });
const reasons = (problems: readonly { column: string; reason: { en: string } }[]) =>
  problems.map(p => `${p.column} ${p.reason.en}`);

describe('a household’s code begins with its village’s', () => {
  test.each([
    ['150722100200010001', '150722100200', [], true],
    ['150722100201010001', '150722100200', [], false],
    ['150722100201010001', '150722100200', ['150722100201'], true],
  ])('%s in %s, formerly %o: %s', (code, unit, former, fits) => {
    expect(householdCodeProblems(code, unit, former).length === 0).toBe(fits);
  });
});

describe('an assignment', () => {
  const there = { unit_id: 4, from_on: BEGINNING, to_on: OPEN_END };
  const household = { terms: [there] };
  const pair = { unit_id: 4, cadre_a: 'A', cadre_b: 'B', ...from('2023-05-01', '2024-01-01') };
  const row = (responsible_cadre = 'A', span = from('2023-05-01', '2024-01-01')) => ({
    household_code: 'H',
    pair_code: 'P',
    responsible_cadre,
    ...span,
  });

  test.each(['A', 'B'])('is answered for by one of the pair (%s)', cadre => {
    expect(assignmentProblems(row(cadre), household, pair)).toEqual([]);
  });

  test.each([
    ['an unknown household', row(), undefined, pair, 'household_code is not a known household'],
    ['an unknown pair', row(), household, undefined, 'pair_code is not a known pair'],
    [
      'a pair of another village',
      row(),
      { terms: [{ ...there, unit_id: 5 }] },
      pair,
      'pair_code is not a pair of the household’s village',
    ],
    ['someone outside the pair', row('C'), household, pair, 'responsible_cadre is not one of the pair'],
    [
      'a household that leaves before',
      row(),
      { terms: [{ ...there, to_on: '2023-12-01' }] },
      pair,
      'household_code is not in the pair’s village for all of that time',
    ],
    [
      'a pair that begins later',
      row('A', from('2023-04-01', '2023-06-01')),
      household,
      pair,
      'pair_code does not last for all of that time',
    ],
  ])('is not to %s', (_, assignment, of, by, reason) => {
    expect(reasons(assignmentProblems(assignment, of, by))).toEqual([reason]);
  });

  test('is one at a time', () => {
    const standing = [{ pair_code: 'P1', ...from('2023-05-01', '2023-09-01') }];
    expect(overlapProblems({ household_code: 'H', pair_code: 'P2', ...from('2023-09-01') }, standing)).toEqual([]);
    expect(overlapProblems({ household_code: 'H', pair_code: 'P2', ...from('2023-08-31') }, standing)).toHaveLength(1);
    expect(overlapProblems({ household_code: 'H', pair_code: 'P1', ...from('2023-05-01') }, standing)).toHaveLength(1);
  });

  test('that clashes is named by what the row itself holds', () => {
    const [clash] = overlapProblems({ household_code: 'H', pair_code: 'P2', ...from('2023-08-31') }, [
      { pair_code: 'P1', ...from('2023-05-01') },
    ]);
    expect([clash?.column, clash?.value]).not.toEqual(['household_code', 'P1']);
  });
});

describe('nothing ends before a visit that depends on it', () => {
  test.each<[string | undefined, string, boolean]>([
    [undefined, '2023-05-01', true],
    ['2023-05-19', '2023-05-20', true],
    ['2023-05-20', '2023-05-20', false],
    ['2023-05-21', '2023-05-20', false],
  ])('last visit %s, end %s: %s', (last, on, allowed) => {
    expect(laterVisitProblem(last, on) === undefined).toBe(allowed);
  });
});

describe('a household', () => {
  test.each<[string | undefined, string, string | undefined]>([
    [undefined, '2023-05-20', undefined],
    ['2023-05-20', '2023-05-20', undefined],
    ['2023-05-21', '2023-05-20', undefined],
    ['2023-05-19', '2023-05-20', 'from 2023-05-19 on'],
    [BEGINNING, '2023-05-20', 'from before on'],
  ])('first used on %s can begin on %s, or is refused: %s', (firstUse, on, refusal) => {
    const text = laterStartProblem(firstUse, on)?.en;
    expect(text?.includes(refusal ?? '')).toBe(refusal === undefined ? undefined : true);
  });

  test('ends after all its records: the refusal names the first that is later', () => {
    const records = [
      { zh: '需求', en: 'need', last: undefined },
      { zh: '走访', en: 'visit', last: '2023-05-20' },
    ];
    expect(laterRecordProblem(records, '2023-05-21')).toBeUndefined();
    expect(laterRecordProblem(records, '2023-05-20')?.en).toContain('There is a visit on 2023-05-20');
  });
});

test('a pair ends without households', () => {
  expect(assignedProblem('P', 0)).toBeUndefined();
  expect(assignedProblem('P', 1)?.en).toContain('1 household');
});

test('a change of an assignment names another pair or another cadre', () => {
  const current = { household_code: 'H', pair_code: 'P', responsible_cadre: 'A' };
  const same = (pair: string, cadre: string) => sameAssignmentProblem(current, pair, cadre, '2023-05-01') !== undefined;
  expect([same('P', 'A'), same('P', 'B'), same('Q', 'A'), same('Q', 'B')]).toEqual([true, false, false, false]);
});
