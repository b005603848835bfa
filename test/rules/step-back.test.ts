import { describe, expect, test } from 'vitest';
import type { MoveRow } from '../../src/cases/move-store.ts';
import { staysOf } from '../../src/cases/stay.ts';
import { lastMoveOf, moveToStepBack, stepBackProblem } from '../../src/cases/step-back.ts';
import { dependentProblem } from '../../src/cases/voiding.ts';
import { DISPUTES } from '../../src/disputes/area.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { TODAY, TOWNSHIP, TREE, VILLAGE } from '../support/disputes.ts';
import { unlessRefused } from '../support/refusals.ts';

const move = (name: string, unit_id = TOWNSHIP.unit_id): MoveRow => ({
  ...{ id: 7, case_id: 1, name, on_day: '2023-06-10', at: '', operator: 'tester', unit_id, status: 'mediating' },
  ...{ holder_id: unit_id, reason: '', details: '{}', import_id: null },
});
const NUMBER = '150722100200-2023-1';
const asked = (names: readonly string[], on = TODAY) => ({
  ...({ kind: 'dispute', number: NUMBER, moves: names.map(name => move(name)), on, today: TODAY } as const),
});

describe('the move that can be stepped back', () => {
  test('is the last, whichever it is', () => {
    expect(moveToStepBack(asked(['register', 'accept', 'mediate'])).name).toBe('mediate');
  });

  test('is not the one that registered the case', () => {
    expect(lastMoveOf([move('register')])).toBeUndefined();
    const refused = unlessRefused(() => moveToStepBack(asked(['register']))) as Failure;
    expect(refused.text.en).toContain('not acted on since');
    expect(refused.hint?.en).toContain(`tiaochu dispute void ${NUMBER}`);
  });

  test('is stepped back today or earlier', () => {
    expect(unlessRefused(() => moveToStepBack(asked(['register', 'accept'], '2024-01-01')))).toBeInstanceOf(Failure);
  });
});

describe('a move is stepped back', () => {
  const other = { kind: 'dispute', id: 2, number: '150722100200-2023-2' } as const;
  const problem = (more: object) =>
    stepBackProblem(DISPUTES, { number: NUMBER, last: move('merge'), at: undefined, other: undefined, ...more }, TREE);

  test('by the unit that made it, named or not', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ at: TOWNSHIP })).toBeUndefined();
    expect(problem({ at: VILLAGE })?.en).toContain('only that unit steps it back, not 西博荣村');
  });

  test('as long as the other case that it changed was not acted on since', () => {
    expect(problem({ other: { ...other, isMoved: false } })).toBeUndefined();
    const found = problem({ other: { ...other, isMoved: true } });
    expect(found?.en).toContain('was acted on since');
    expect(found?.hint?.en).toContain(`tiaochu dispute step-back ${other.number}`);
  });
});

describe('a case that is void', () => {
  test('never was in the stock of a unit', () => {
    const registered = { on: '2023-06-01', holder: 4, inStock: true, settled: false, returned: false };
    const stays = (...more: object[]) =>
      staysOf([registered, ...more.map(one => ({ ...registered, ...one }))], () => 3);
    expect(stays()).toHaveLength(1);
    expect(stays({ inStock: false, isVoid: true })).toEqual([]);
  });

  test('is referred to by no other case', () => {
    expect(dependentProblem(NUMBER, [])).toBeUndefined();
    const referring = { kind: 'petition', number: '150722100200-2023-P1' } as const;
    const found = dependentProblem(NUMBER, [{ ...referring, link: 'referral' }]);
    expect(found?.en).toBe(`${referring.number} was referred to mediation in ${NUMBER}: that cannot be voided`);
    expect(found?.hint?.en).toContain(`tiaochu petition step-back ${referring.number}`);
    expect(dependentProblem(NUMBER, [{ ...referring, link: 'repeat' }])?.hint?.en).toContain('tiaochu petition void');
  });
});
