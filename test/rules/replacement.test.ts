import { describe, expect, test } from 'vitest';
import {
  existingSuccessor,
  memberProblem,
  replacementProblem,
  teamProblem,
} from '../../src/households/replacement-rules.ts';
import { OPEN_END } from '../../src/kernel/day.ts';

const from = (from_on: string, to_on = OPEN_END) => ({ from_on, to_on });
const pair = { id: 9, code: 'P01', unit_id: 4, cadre_a: 1, cadre_b: 2, ...from('2023-05-01') };
const person = (id: number) => ({ id, code: `C${id}` });
const ON = '2023-10-01';

describe('one of a pair is replaced', () => {
  const refusal = (fromId: number, toId: number, lastVisit?: string, on = ON) =>
    replacementProblem(pair, person(fromId), person(toId), lastVisit, on)?.en;

  test('by a third cadre', () => {
    expect(refusal(1, 3)).toBeUndefined();
    expect(refusal(2, 3, '2023-09-30')).toBeUndefined();
  });

  test.each([
    ['by themselves', refusal(1, 1), 'C1 cannot take over from themselves'],
    ['by the other cadre of the pair', refusal(1, 2), 'C2 is the other cadre of pair P01'],
    ['before the pair’s last visit', refusal(1, 3, ON), 'There is a visit on 2023-10-01'],
    ['on the pair’s first day', refusal(1, 3, undefined, '2023-05-01'), 'it begins on that day or later'],
  ])('but not %s', (_, text, says) => {
    expect(text).toContain(says);
  });

  test('only while they are in the pair', () => {
    expect(memberProblem(pair, person(1), ON)).toBeUndefined();
    expect(memberProblem(pair, person(3), ON)).toBeDefined();
    expect(memberProblem({ ...pair, to_on: ON }, person(1), ON)).toBeDefined();
  });

  test('by a cadre who is in the team for as long as the pair would have lasted', () => {
    expect(teamProblem(pair, person(3), [{ unit_id: 4, ...from('2023-05-01') }], ON)).toBeUndefined();
    const former = { unit_id: 5, ...from('2023-05-01', '2023-06-01') };
    expect(teamProblem(pair, person(3), [former, { unit_id: 4, ...from('2023-06-01') }], ON)).toBeUndefined();
    expect(teamProblem(pair, person(3), [{ unit_id: 4, ...from('2023-11-01') }], ON)).toBeDefined();
    expect(teamProblem(pair, person(3), [{ unit_id: 4, ...from('2023-05-01', '2023-12-01') }], ON)).toBeDefined();
    expect(teamProblem(pair, person(3), [{ unit_id: 5, ...from('2023-05-01') }], ON)).toBeDefined();
  });
});

describe('the two who go on', () => {
  const other = (span: ReturnType<typeof from>) => ({ ...pair, id: 10, code: 'P09', cadre_a: 3, ...span });

  test('become the pair that they already are', () => {
    const lasting = other(from('2023-09-01'));
    expect(existingSuccessor(pair, person(3), [lasting], ON)).toEqual({ successor: lasting });
  });

  test('become a new pair where they were one before', () => {
    expect(existingSuccessor(pair, person(3), [other(from('2023-05-01', ON))], ON)).toEqual({});
  });

  test('are refused where they are a pair for only a part of that time', () => {
    const elsewhere = { ...other(from('2023-09-01')), unit_id: 5 };
    expect(existingSuccessor(pair, person(3), [elsewhere], ON).problem).toBeDefined();
    expect(existingSuccessor(pair, person(3), [other(from('2023-11-01'))], ON).problem).toBeDefined();
    expect(existingSuccessor(pair, person(3), [other(from('2023-09-01', '2023-12-01'))], ON).problem).toBeDefined();
  });
});
