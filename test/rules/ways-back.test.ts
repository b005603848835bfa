import { describe, expect, test } from 'vitest';
import { CORRECTIONS } from '../../src/admin/import-undo.ts';
import { blockedProblem } from '../../src/admin/undo-rules.ts';
import { linkProblem, moveProblem, registrationProblem } from '../../src/cases/registration-rules.ts';
import { reopeningProblem } from '../../src/households/rules.ts';
import { OPEN_END } from '../../src/kernel/day.ts';
import { fromVisitProblem, withdrawnVisitProblem } from '../../src/visits/withdrawal-rules.ts';
import { dispute, TODAY, VILLAGE } from '../support/disputes.ts';

describe('the day of a registration', () => {
  const caseFile = dispute({ holder: VILLAGE.unit_id, registeredOn: '2023-06-01', isShared: false });
  const problem = (more: object) =>
    registrationProblem({ caseFile, day: '2023-05-20', today: TODAY, nextOn: undefined, ...more });

  test('is corrected up to today and to what was done next, in another year, too', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ day: TODAY })).toBeUndefined();
    expect(problem({ day: '2023-06-05', nextOn: '2023-06-05' })).toBeUndefined();
    expect(problem({ day: '2024-01-01' })?.en).toContain('after today');
    expect(problem({ day: '2022-12-31' })).toBeUndefined();
    expect(problem({ day: '2023-06-06', nextOn: '2023-06-05' })?.hint?.en).toContain('step-back');
  });

  test('does not change once another unit has acted', () => {
    expect(problem({ caseFile: { ...caseFile, isShared: true } })?.en).toContain('Another unit has acted');
  });

  test('its unit stays while another case refers to it, or it to another', () => {
    const other = { kind: 'petition', id: 9, number: 'X-2023-P1' } as const;
    expect(linkProblem(caseFile, [], undefined)).toBeUndefined();
    expect(linkProblem(caseFile, [{ ...other, link: 'referral' }], undefined)?.hint?.en).toContain(
      'tiaochu petition step-back X-2023-P1',
    );
    expect(linkProblem(caseFile, [], other)?.en).toContain('was referred to or merged into X-2023-P1');
  });

  test('its unit stays where a move would be refused at the other, and the reason is given', () => {
    const made = { move: { zh: '化解', en: 'settle' }, on: '2023-06-05', unit: '红彦镇' };
    const problem = moveProblem(caseFile, { ...made, refusal: { zh: '缺', en: 'The rule' } });
    expect(problem.en).toContain('its move "settle" of 2023-06-05 would be refused there: The rule');
    expect(problem.hint?.en).toContain('step-back');
  });
});

describe('a household', () => {
  const reopened = (closedOn: string, on = closedOn) => reopeningProblem('H1', closedOn, on);

  test('that was closed by mistake goes on from that day', () => {
    expect(reopened('2023-06-01')).toBeUndefined();
  });

  test('that is not closed, or is reopened before, is refused', () => {
    expect(reopened(OPEN_END)?.en).toBe('H1 is not closed');
    expect(reopened('2023-06-01', '2023-05-31')?.en).toContain('cannot be reopened');
  });

  test('that comes back after a time away', () => {
    expect(reopened('2023-06-01', '2023-06-02')).toBeUndefined();
  });
});

describe('a visit', () => {
  test('from which nothing came can be withdrawn', () => {
    expect(fromVisitProblem(7, [])).toBeUndefined();
    expect(fromVisitProblem(7, [{ noun: 'dispute', key: 'D-1' }])?.hint?.en).toContain('tiaochu dispute void D-1');
    expect(fromVisitProblem(7, [{ noun: 'need', key: 'X1' }])?.hint?.en).toContain('tiaochu need withdraw X1');
  });

  test('that was withdrawn does not change any more', () => {
    expect(withdrawnVisitProblem(7, '2023-06-01').en).toBe('Visit 7 was withdrawn on 2023-06-01');
  });
});

test('only corrections of its own rows can be undone with an import', () => {
  const made = { id: 6 } as never;
  const cases = { what: { zh: '案件', en: 'cases' }, count: 1 };
  const corrections = { what: CORRECTIONS, count: 2 };
  expect(blockedProblem(made, [])).toBeUndefined();
  expect(blockedProblem(made, [corrections])?.hint?.en).toContain('--with-corrections');
  expect(blockedProblem(made, [cases, corrections])?.hint?.en).not.toContain('--with-corrections');
});
