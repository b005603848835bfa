import { describe, expect, test } from 'vitest';
import { type AllowanceCase, allowanceOf, rateProblems } from '../../src/allowance/rules.ts';

const span = { from_on: '2023-01-01', to_on: '2024-01-01' };
const RATES = [
  { grade: 'simple', form: 'written', performed: 'yes', amount_fen: 15_000, ...span },
  { grade: 'simple', form: 'written', performed: 'no', amount_fen: 10_000, ...span },
];
const paid = (more: Partial<AllowanceCase> = {}) =>
  allowanceOf(
    {
      ...{ grade: 'simple', form: 'written', isPerformed: true, lacking: 0, hasMediator: true },
      ...{ closedOn: '2023-06-30', isClosedInPeriod: true },
      ...more,
    },
    RATES,
  );

describe('the allowance of a case', () => {
  test('is the rate of its grade, form and performance on the day of its first closing', () => {
    expect(paid()).toEqual({ rate: 15_000, amount: 15_000, why: null });
    expect(paid({ isPerformed: false }).amount).toBe(10_000);
    expect(paid({ form: 'oral' })).toMatchObject({ rate: null, amount: 0, why: { en: 'no rate for it' } });
    expect(paid({ closedOn: '2024-01-01' }).why?.en).toBe('no rate for it');
  });

  test('is paid once, in the period of the first closing', () => {
    expect(paid({ closedOn: undefined, isClosedInPeriod: false }).why?.en).toBe('not closed yet');
    expect(paid({ isClosedInPeriod: false }).why?.en).toBe('first closed on 2023-06-30, in another period');
  });

  test('waits while the file lacks something required, or nobody is on record as mediator', () => {
    expect(paid({ lacking: 2 })).toMatchObject({ rate: 15_000, amount: 0, why: { en: 'its file lacks 2 papers' } });
    expect(paid({ hasMediator: false }).why?.en).toBe('no mediator on record');
  });
});

test('a kind of case has one rate at a time', () => {
  const rate = { code: 'B', grade: 'simple', form: 'written', performed: 'yes', amount: '150.00', ...span };
  const said = (more: object) =>
    rateProblems({ ...rate, ...more }, [{ ...rate, code: 'A' }]).map(({ reason }) => reason.en);
  expect(said({})).toEqual(['overlaps A, a rate for the same kind of case']);
  expect(said({ from_on: '2024-01-01', to_on: '9999-12-31' })).toEqual([]);
  expect(said({ performed: 'no' })).toEqual([]);
  expect(said({ performed: 'no', amount: '' })).toEqual(['must not be empty']);
});
